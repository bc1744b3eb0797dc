package io.raftbed.variants;

/**
 * One replacement in a source file of the reference.
 *
 * @param file the file's name, without its folder
 * @param fragment what is replaced; occurs exactly once in the file
 * @param replacement what takes its place
 */
record Edit(String file, String fragment, String replacement) {

  /** An edit that takes the fragment away. */
  static Edit without(String file, String fragment) {
    return new Edit(file, fragment, "");
  }

  /**
   * Returns the source with the replacement made.
   *
   * @throws IllegalArgumentException if the fragment does not occur exactly once
   */
  String applyTo(String source) {
    int first = source.indexOf(fragment);
    if (first < 0 || source.indexOf(fragment, first + 1) >= 0) {
      throw new IllegalArgumentException(
          "not exactly once in "
              + file
              + (first < 0 ? " (never): " : " (more often): ")
              + fragment);
    }
    return source.substring(0, first) + replacement + source.substring(first + fragment.length());
  }
}
