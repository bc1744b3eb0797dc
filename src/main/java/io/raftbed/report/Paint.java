package io.raftbed.report;

/** Colours a text for a terminal, or leaves it as it is. */
public enum Paint {
  /** No escape sequences at all. */
  PLAIN,
  /** ANSI escape sequences. */
  ANSI;

  String good(String text) {
    return with("32", text);
  }

  public String bad(String text) {
    return with("1;31", text);
  }

  String strong(String text) {
    return with("1", text);
  }

  String faint(String text) {
    return with("2", text);
  }

  /** Leaders are green, candidates yellow, what is down is faint. */
  String role(Role role, String text) {
    return switch (role) {
      case LEADER -> good(text);
      case CANDIDATE -> with("33", text);
      case DOWN -> faint(text);
      case FOLLOWER -> text;
    };
  }

  private String with(String code, String text) {
    return this == ANSI ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
  }
}
