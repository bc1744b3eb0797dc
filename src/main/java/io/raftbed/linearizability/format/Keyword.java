package io.raftbed.linearizability.format;

/** A keyword such as {@code :read}, without its colon. */
record Keyword(String name) {
  @Override
  public String toString() {
    return ":" + name;
  }
}
