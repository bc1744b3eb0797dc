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
    String part = "";
    for (SuiteTest test : tests) {
      if (!test.part().equals(part)) {
        part = test.part();
        lines.add(part);
      }
      lines.add("  " + test.id() + " ".repeat(width - test.id().length()) + "  " + test.title());
    }
    terminal.lines(lines);
  }
}
