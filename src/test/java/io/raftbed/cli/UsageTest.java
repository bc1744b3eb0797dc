package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          run 3B/bakup              | 3B/backup
          run 9Z                    | 9Z
          run --seed x              | '--seed': 'x' is no whole number in range
          run --seed                | --seed
          run --seed 99999999999999999999 | no whole number in range
          run --seeds 0             | --seeds must be at least 1
          run --seed 9223372036854775807 --seeds 2 | leaves no room
          run --jobs 0              | --jobs must be at least 1
          run --schedule pct:0      | --schedule
          run --schedule lifo       | lifo
          run --kv MyKv             | --kv needs --classpath, the folder or jar with your classes
          run --clerk MyClerk       | --clerk needs --classpath
          run --rsm MyRsm           | --rsm needs --classpath
          run --classpath target    | --classpath needs --raft CLASS
          run --persister disk:     | there are memory and disk:DIR
          run --persister tape:x    | there are memory and disk:DIR
          run --persister disk:/dev/null   | cannot be used: /dev/null is no folder
          run --persister disk:/dev/null/x | cannot be used: it cannot be made: Not a directory
          run --events -1           | '-1' is neither all nor a number from 0
          run --events some         | 'some' is neither all nor a number from 0
          run --json /              | cannot write /: it is a directory
          run --json /nowhere/x     | cannot write /nowhere/x: there is no folder /nowhere
          replay                    | Missing required parameter: 'TEST|FILE'
          replay 3B/backup 3B/rejoin | 3B/rejoin'; there is room for one TEST|FILE, and no more
          list 3B                   | 3B'; there is room for options, and no more
          replay 3B                 | 3B has 10 tests; replay one, such as 3B/basic-agreement
          replay 3B/bakup           | 3B/backup
          replay 3B/backup --node X | 'X' is no node: S0, S1, ... are servers
          replay 3B/backup --topic mesages | there is no topic 'mesages', did you mean messages?
          replay 3B/backup --from 1,5      | '1,5' is no moment: seconds since the start
          replay 3B/backup --save /nowhere/x | cannot write /nowhere/x: there is no folder /nowhere
          replay 3B/backup --save / | cannot write /: it is a folder
          replay pom.xml            | pom.xml:1: this is no run that 'raftbed replay --save' wrote
          check                     | Missing required parameter: 'FILE|DIR'
          check x --model heap      | there is no --model heap; there are auto, register, cas-register,
          check x --format xml      | there is no --format xml; there are auto, json, jepsen-log,
          check x --timeout soon    | 'soon' is no time such as 500ms, 10s or 2m
          check x --timeout 0       | '0' is no time
          check x --memory 100      | '100' is no amount such as 500m or 2g
          check x --memory 99999g   | --memory is more than Java's heap of
          check x --jobs 0          | --jobs must be at least 1
          check x --html /          | cannot write /: it is a directory
          check x y --html /dev/null | cannot write /dev/null: it must be a folder
          check x --json /          | cannot write /: it is a directory
          init                      | Missing required parameter: 'DIR'
          init .                    | cannot write .: it is not empty; name a new folder
          run --frobnicate          | Unknown option: '--frobnicate'
          run --sedes 3             | Unknown option: '--sedes'; did you mean --seeds?
          run 3b                    | There is no suite or test "3b". Nearest: 3B
          run no.yaml               | cannot read no.yaml: there is no such file
          run src/main/java         | there is no scenario (*.yaml) in the folder src/main/java
          replay no.yaml            | cannot read no.yaml: there is no such file
          replay sim-scenarios      | tests; replay one, such as sim-scenarios/
          fuzz --nemesis rign       | there is no nemesis "rign"; did you mean ring?
          fuzz --seeds 0            | --seeds must be at least 1, not 0
          fuzz --time soon          | 'soon' is no time such as 500ms, 10s or 2m
          fuzz --service kw         | 'kw' is none of log, kv, versioned-kv
          fuzz --out pom.xml/found  | cannot write to pom.xml/found:
          shrink sim-scenarios/figure-8.yaml --out pom.xml/a.yaml | pom.xml is no folder
          shrink                    | Missing required parameter: 'FILE|TEST'
          shrink no.yaml            | cannot read no.yaml: there is no such file
          shrink sim-scenarios/figure-8.yaml --jobs 0 | --jobs must be at least 1, not 0
          shrink sim-scenarios/figure-8.yaml --tries 0 | --tries must be at least 1, not 0
          rum                       | did you mean run?
          rnu                       | Unmatched argument at index 0: 'rnu'; did you mean run?
          hlep run                  | did you mean help?
          --verison                 | did you mean --version?
          ""                        | name a command: list, run, replay, fuzz, shrink, check, init
          """)
  void badUsageIsOneClearLine(String arguments, String complaint) {
    FakeExecutor executor = FakeExecutor.passing();
    String[] words = arguments.isEmpty() ? new String[0] : arguments.split(" ", -1);
    Session session = Session.of(executor, words);
    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err()).hasSize(1);
    assertThat(session.err().getFirst()).startsWith("raftbed: ").contains(complaint);
    assertThat(session.out()).isEmpty();
    assertThat(executor.runs).hasValue(0);
  }

  @Test
  void badUsageLeavesNoFileBehind(@TempDir Path folder) {
    String json = folder.resolve("results.json").toString();
    Session session = Session.of(FakeExecutor.passing(), "run", "9Z", "--json", json);
    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void helpListsTheExitCodes() {
    Session session = Session.of(FakeExecutor.passing(), "run", "--help");
    assertThat(session.exitCode()).isZero();
    assertThat(session.out())
        .contains(
            "  0   every test passed",
            "  1   a test failed",
            "  2   wrong usage or bad input; nothing was run",
            "  3   no verdict: the testbed failed or was interrupted");
  }

  @Test
  void versionNamesRaftbedAndJava() {
    List<String> out = Session.of(FakeExecutor.passing(), "--version").out();
    assertThat(out).hasSize(2);
    assertThat(out.getFirst()).startsWith("raftbed ");
    assertThat(out.getLast()).startsWith("java 25");
  }

  @Test
  void listNamesEverySuiteAndTest() {
    Session session = Session.of(FakeExecutor.passing(), "list");
    assertThat(session.exitCode()).isZero();
    assertThat(session.out().stream().map(line -> line.strip().split("  ", 2)[0]))
        .containsAll(Selection.names());
  }

  @Test
  void completionKnowsTheOptions() {
    Session session = Session.of(FakeExecutor.passing(), "generate-completion");
    assertThat(session.exitCode()).isZero();
    assertThat(session.out()).anyMatch(line -> line.contains("--verify-determinism"));
  }
}
