package io.raftbed.scenario;

import java.util.List;

/** The names of servers that mean the same in every script. */
final class Names {

  /** Names that stand for servers as things are when a step is taken. */
  static final List<String> ROLES =
      List.of(
          "leader",
          "next-leader",
          "follower",
          "followers",
          "another",
          "members",
          "spare",
          "all",
          "running",
          "down");

  private Names() {}

  /** Whether it is one of the letters that stand for drawn servers. */
  static boolean isLetter(String name) {
    return name.matches("[A-Z]");
  }

  /** Returns which of the drawn servers a letter stands for, from 0. */
  static int position(String letter) {
    return letter.charAt(0) - 'A';
  }

  /** Whether it is S and a number. */
  static boolean isServer(String name) {
    return name.matches("S[0-9]{1,3}");
  }

  /** Returns the number of a server, of its name. */
  static int server(String name) {
    return Integer.parseInt(name.substring(1));
  }
}
