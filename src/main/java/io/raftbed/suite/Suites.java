package io.raftbed.suite;

import java.util.List;
import java.util.stream.Stream;

/** All suites and their tests, in the order in which they run. */
public final class Suites {
  private static final int NEAREST = 3;

  /** The suites of the versioned service; their tests' ids go on with a hyphen. */
  private static final List<String> VERSIONED =
      List.of("4A/versioned", "4B/versioned", "4A+/versioned", "4B+/versioned");

  private static final List<SuiteTest> ALL =
      Stream.of(
              Part3A.TESTS,
              Part3B.TESTS,
              Part3C.TESTS,
              Part3D.TESTS,
              Part3E.TESTS,
              Part3APlus.TESTS,
              Part3BPlus.TESTS,
              Part3CPlus.TESTS,
              Part3DPlus.TESTS,
              PartRsm.TESTS,
              Part4A.TESTS,
              Part4B.TESTS,
              Part4APlus.TESTS,
              Part4BPlus.TESTS)
          .flatMap(List::stream)
          .toList();

  private Suites() {}

  /** Returns all tests. */
  public static List<SuiteTest> all() {
    return ALL;
  }

  /** Returns the names of the suites; the versioned service's are suites of their own. */
  public static List<String> names() {
    return ALL.stream().map(Suites::suiteOf).distinct().toList();
  }

  /**
   * Finds the tests of a suite, or one test.
   *
   * @param name a suite, such as {@code 3B} or {@code 4A/versioned}, or a test, such as {@code
   *     3B/backup}
   * @throws IllegalArgumentException if there is none of that name; the message has the nearest
   */
  public static List<SuiteTest> find(String name) {
    List<SuiteTest> found =
        ALL.stream().filter(t -> t.id().equals(name) || suiteOf(t).equals(name)).toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no suite or test \"%s\". Nearest: %s. Suites: %s."
              .formatted(name, nearest(name), String.join(", ", names())));
    }
    return found;
  }

  /** Returns the name of the suite that a test is in. */
  public static String suiteOf(SuiteTest test) {
    return VERSIONED.stream()
        .filter(suite -> test.id().startsWith(suite + "-"))
        .findFirst()
        .orElse(test.part());
  }

  private static String nearest(String name) {
    List<String> names = Stream.concat(names().stream(), ALL.stream().map(SuiteTest::id)).toList();
    return String.join(", ", NearestNames.of(name, names, NEAREST));
  }
}
