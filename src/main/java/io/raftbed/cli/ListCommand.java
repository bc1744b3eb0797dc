package io.raftbed.cli;

import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import java.util.ArrayList;
import java.util.List;
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
    String suite = "";
    for (SuiteTest test : tests) {
      if (!Suites.suiteOf(test).equals(suite)) {
        suite = Suites.suiteOf(test);
        lines.add(suite);
      }
      lines.add("  " + test.id() + " ".repeat(width - test.id().length()) + "  " + test.title());
    }
    terminal.lines(lines);
  }
}
