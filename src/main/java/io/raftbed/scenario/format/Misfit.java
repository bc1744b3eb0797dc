package io.raftbed.scenario.format;

/**
 * Thrown by a record that is made of others, about one of these: the error then names the place of
 * that one.
 */
public final class Misfit extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  private final transient Object part;

  /**
   * Makes one.
   *
   * @param part the very object that does not fit
   */
  public Misfit(Object part, String message) {
    super(message);
    this.part = part;
  }

  Object part() {
    return part;
  }
}
