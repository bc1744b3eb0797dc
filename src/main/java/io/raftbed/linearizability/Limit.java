package io.raftbed.linearizability;

/** What of a {@link Budget} ran out. */
public enum Limit {
  /** The bound on steps. */
  STEPS("steps"),
  /** The bound on bytes. */
  MEMORY("memory"),
  /** The check was cancelled or its time was over. */
  CANCELLED("time or cancelled");

  private final String label;

  Limit(String label) {
    this.label = label;
  }

  /** Returns it as reports print it. */
  public String label() {
    return label;
  }
}
