package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that use up the memory, in a JVM that has nothing else to lose. */
class ContainmentIT {

  @TempDir private static Path compiled;

  private static String classes = "";

  @BeforeAll
  static void compile() throws IOException {
    classes = Hostile.compile(compiled).toString();
  }

  static Stream<Hostile> hungry() throws IOException {
    return Hostile.all(Hostile.Manner.HUNGRY);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("hungry")
  void aHungryServerEndsInItsVerdictAndTheNextTestRuns(Hostile server) throws InterruptedException {
    Shell shell = new Shell(compiled, Map.of());
    Shell.Result result =
        shell.run(
            Shell.LAUNCHER.toString(),
            "run",
            "3A",
            "--jobs",
            "2",
            "--classpath",
            classes,
            "--raft",
            server.name());
    server.assertContained(result.exitCode(), result.out(), result.err());
    assertThat(result.out().getLast()).isEqualTo("0 passed, 3 failed");
  }
}
