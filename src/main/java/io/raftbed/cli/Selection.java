package io.raftbed.cli;

import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the tests that somebody names. */
final class Selection {
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
      Suites.find(name).forEach(test -> selected.add(test.id()));
    }
    return Suites.all().stream().filter(test -> selected.contains(test.id())).toList();
  }

  /** Returns all names that select something: suites first, then tests. */
  static List<String> names() {
    return Stream.concat(Suites.names().stream(), Suites.all().stream().map(SuiteTest::id))
        .toList();
  }
}
