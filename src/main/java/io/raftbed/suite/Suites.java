package io.raftbed.suite;

import java.util.List;
import java.util.stream.Stream;

/** All suites and their tests, in the order in which they run. */
public final class Suites {
  private static final int NEAREST = 3;

  private static final List<SuiteTest> ALL =
      Stream.of(
              Part3A.TESTS,
              Part3B.TESTS,
              Part3C.TESTS,
              Part3D.TESTS,
              Part3APlus.TESTS,
              Part3BPlus.TESTS,
              Part3CPlus.TESTS,
              Part3DPlus.TESTS)
          .flatMap(List::stream)
          .toList();

  private Suites() {}

  /** Returns all tests. */
  public static List<SuiteTest> all() {
    return ALL;
  }

  /** Returns the names of the suites. */
  public static List<String> parts() {
    return ALL.stream().map(SuiteTest::part).distinct().toList();
  }

  /**
   * Finds the tests of a suite, or one test.
   *
   * @param name a suite, such as {@code 3B}, or a test, such as {@code 3B/backup}
   * @throws IllegalArgumentException if there is none of that name; the message has the nearest
   */
  public static List<SuiteTest> find(String name) {
    List<SuiteTest> found =
        ALL.stream().filter(t -> t.part().equals(name) || t.id().equals(name)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no suite or test \"%s\". Nearest: %s. Suites: %s."
              .formatted(name, nearest(name), String.join(", ", parts())));
    }
    return found;
  }

  private static String nearest(String name) {
    List<String> names = Stream.concat(parts().stream(), ALL.stream().map(SuiteTest::id)).toList();
    return String.join(", ", NearestNames.of(name, names, NEAREST));
  }
}
