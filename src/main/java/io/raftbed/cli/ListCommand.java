package io.raftbed.cli;

import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;

/** {@code raftbed list}: names all suites and tests. */
@Command(name = "list", description = "Lists suites and tests.")
final class ListCommand implements Runnable {

  private final Terminal terminal;

  ListCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public void run() {
    List<SuiteTest> tests = Suites.all();
    int width = tests.stream().mapToInt(test -> test.id().length()).max().orElse(0);
    List<String> lines = new ArrayList<>();
    String part = "";
    Set<String> groups = new HashSet<>();
    for (SuiteTest test : tests) {
      if (!test.part().equals(part)) {
        part = test.part();
        lines.add(part);
      }
      Suites.groupOf(test).filter(groups::add).ifPresent(group -> lines.add("  " + group));
      lines.add("  " + test.id() + " ".repeat(width - test.id().length()) + "  " + test.title());
    }
    terminal.lines(lines);
  }
}
