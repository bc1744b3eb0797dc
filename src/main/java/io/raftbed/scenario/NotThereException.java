package io.raftbed.scenario;

/** Thrown where a step is about what is not there: a role that no server has, or no hold. */
final class NotThereException extends RuntimeException {
  private static final long serialVersionUID = 1;

  NotThereException(String message) {
    super(message);
  }

  static NotThereException nobodyIs(String role) {
    return new NotThereException("no server is " + role);
  }
}
