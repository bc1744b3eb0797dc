package io.raftbed.cli;

import java.util.regex.Pattern;

/** A word of a command that a person pastes into a shell. */
final class ShellWord {

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");

  private ShellWord() {}

  /** Returns the word, in quotes where the shell would read something else. */
  static String of(String word) {
    return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
