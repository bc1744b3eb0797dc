package io.raftbed.cli;

import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the tests that somebody names. */
final class Selection {

  private static final int NEAREST_SHOWN = 3;

  private Selection() {}

  /**
   * Returns the tests with these names or of these suites, each once, in the suites' own order; all
   * tests when there are no names.
   *
   * @throws IllegalArgumentException when nothing has one of the names; it tells the nearest names
   */
  static List<SuiteTest> of(List<String> names) {
    if (names.isEmpty()) {
      return Suites.all();
    }
    Set<String> selected = new HashSet<>();
    for (String name : names) {
      find(name).forEach(test -> selected.add(test.id()));
    }
    return Suites.all().stream().filter(test -> selected.contains(test.id())).toList();
  }

  /** Returns all names that select something: suites first, then tests. */
  static List<String> names() {
    return Stream.concat(
            Suites.all().stream().map(SuiteTest::part).distinct(),
            Suites.all().stream().map(SuiteTest::id))
        .toList();
  }

  private static List<SuiteTest> find(String name) {
    try {
      return Suites.find(name);
    } catch (IllegalArgumentException unknown) {
      throw new IllegalArgumentException(
          "no suite or test is named '%s'; the nearest: %s; 'raftbed list' shows all"
              .formatted(name, nearest(name)),
          unknown);
    }
  }

  private static String nearest(String name) {
    return names().stream()
        .sorted(Comparator.comparingInt(candidate -> distance(name, candidate)))
        .limit(NEAREST_SHOWN)
        .collect(Collectors.joining(", "));
  }

  /** A test may also be meant by what follows its suite: {@code backup} for {@code 3B/backup}. */
  private static int distance(String name, String candidate) {
    String wanted = name.toLowerCase(Locale.ROOT);
    String whole = candidate.toLowerCase(Locale.ROOT);
    String tail = whole.substring(whole.indexOf('/') + 1);
    return Math.min(EditDistance.between(wanted, whole), EditDistance.between(wanted, tail));
  }
}
