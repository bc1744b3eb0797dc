package io.raftbed.cli;

import io.raftbed.scenario.ScenarioFiles;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the tests that somebody names. */
final class Selection {
  private Selection() {}

  /**
   * Returns the tests with these names or of these suites, each once, in the suites' own order,
   * then the scenarios in these files and folders; all tests of suites when there are no names.
   *
   * @throws IllegalArgumentException when nothing has one of the names, and it tells the nearest;
   *     or when a scenario cannot be read
   */
  static List<SuiteTest> of(List<String> names) {
    if (names.isEmpty()) {
      return Suites.all();
    }
    Set<String> selected = new HashSet<>();
    Map<String, SuiteTest> scenarios = new LinkedHashMap<>();
    for (String name : names) {
      if (ScenarioFiles.isPath(name)) {
        ScenarioFiles.tests(name).forEach(test -> scenarios.putIfAbsent(test.id(), test));
      } else {
        Suites.find(name).forEach(test -> selected.add(test.id()));
      }
    }
    return Stream.concat(
            Suites.all().stream().filter(test -> selected.contains(test.id())),
            scenarios.values().stream())
        .toList();
  }

  /**
   * Returns the one test of this name.
   *
   * @throws IllegalArgumentException when there is none, or several
   */
  static SuiteTest one(String name) {
    List<SuiteTest> found = of(List.of(name));
    if (found.size() > 1) {
      throw new IllegalArgumentException(
          name + " has " + found.size() + " tests; replay one, such as " + found.getFirst().id());
    }
    return found.getFirst();
  }

  /** Returns all names that select something: suites first, then tests. */
  static List<String> names() {
    return Stream.concat(Suites.names().stream(), Suites.all().stream().map(SuiteTest::id))
        .toList();
  }
}
