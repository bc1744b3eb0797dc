package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.reference.raft.ReferenceRaft;
import io.raftbed.sim.Outcome;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.suite.Suites;
import io.raftbed.trace.TraceSink;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Hostile and clumsy servers, side by side with others that they must not harm. */
class ContainmentTest {

  /** More would take so much of each other's time that harmless ones seem to hang. */
  private static final int AT_ONCE = 3;

  @TempDir private static Path compiled;

  private static String classes = "";

  static Stream<Hostile> quick() throws IOException {
    return Hostile.all(Hostile.Manner.QUICK);
  }

  @BeforeAll
  static void compile() throws IOException {
    classes = Hostile.compile(compiled).toString();
    ReferenceExecutor reference = new ReferenceExecutor();
    reference.prepare();
  }

  private static Outcome reference() {
    return SuiteRunner.run(
            Suites.find("3B/backup").getFirst(),
            ReferenceRaft::make,
            1,
            new ScheduleKind.Random(),
            TraceSink.NONE)
        .outcome();
  }

  private static void assertContained(Hostile server) {
    Session session =
        Session.of(
            FakeExecutor.passing(),
            "run",
            server.test(),
            "--classpath",
            classes,
            "--raft",
            server.name());
    server.assertContained(session.exitCode(), session.out(), session.err());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("quick")
  void aHostileServerEndsInItsVerdictAndTheNextTestRuns(Hostile server) {
    Outcome before = reference();
    assertContained(server);
    assertThat(reference()).isEqualTo(before);
    assertThat(before.verdict().passed()).isTrue();
  }

  /** Those that take the machine's time, side by side, and beside others. */
  @Test
  void manyHostileServersAtOnceHarmNobody() throws Exception {
    Outcome alone = reference();
    List<Hostile> servers = Hostile.all(Hostile.Manner.SLOW).toList();
    assertThat(servers).hasSizeGreaterThan(3);
    try (ExecutorService pool = Executors.newFixedThreadPool(AT_ONCE)) {
      List<Future<?>> verdicts =
          servers.stream()
              .<Future<?>>map(server -> pool.submit(() -> assertContained(server)))
              .toList();
      while (!verdicts.stream().allMatch(Future::isDone)) {
        assertThat(reference()).isEqualTo(alone);
      }
      for (Future<?> verdict : verdicts) {
        verdict.get();
      }
    }
    assertThat(reference()).isEqualTo(alone);
  }
}
