package io.raftbed.suite;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All suites and their tests, in the order in which they run. */
public final class Suites {
  private static final int NEAREST = 3;

  /** The tests of these have names that go on with a hyphen. */
  private static final List<String> GROUPS =
      List.of("4A/versioned", "4B/versioned", "4A+/versioned", "4B+/versioned");

  private static final List<SuiteTest> ALL =
      Stream.of(
              Part3A.TESTS,
              Part3B.TESTS,
              Part3C.TESTS,
              Part3D.TESTS,
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

  /** Returns the names of the suites. */
  public static List<String> parts() {
    return ALL.stream().map(SuiteTest::part).distinct().toList();
  }

  /** Returns the names of parts of suites. */
  public static List<String> groups() {
    return GROUPS;
  }

  /**
   * Finds the tests of a suite, or of a part of one, or one test.
   *
   * @param name a suite, such as {@code 3B}, a part of it, such as {@code 4A/versioned}, or a test,
   *     such as {@code 3B/backup}
   * @throws IllegalArgumentException if there is none of that name; the message has the nearest
   */
  public static List<SuiteTest> find(String name) {
    List<SuiteTest> found =
        ALL.stream()
            .filter(t -> t.part().equals(name) || t.id().equals(name) || isInGroup(t, name))
            .toList();
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          "There is no suite or test \"%s\". Nearest: %s. Suites: %s."
              .formatted(name, nearest(name), String.join(", ", parts())));
    }
    return found;
  }

  /** Returns the part of a suite that a test is in, if it is in one. */
  public static Optional<String> groupOf(SuiteTest test) {
    return GROUPS.stream().filter(group -> test.id().startsWith(group + "-")).findFirst();
  }

  private static boolean isInGroup(SuiteTest test, String name) {
    return groupOf(test).filter(name::equals).isPresent();
  }

  private static String nearest(String name) {
    List<String> names =
        Stream.of(parts().stream(), GROUPS.stream(), ALL.stream().map(SuiteTest::id))
            .flatMap(found -> found)
            .toList();
    return String.join(", ", NearestNames.of(name, names, NEAREST));
  }
}
