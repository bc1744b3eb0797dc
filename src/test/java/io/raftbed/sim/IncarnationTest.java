package io.raftbed.sim;

import static io.raftbed.sim.SimulatedRun.passes;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.sim.samples.Lives;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class IncarnationTest {
  private static final long MILLI = TimeUnit.MILLISECONDS.toNanos(1);

  @BeforeAll
  static void load() {
    assertThat(Programs.load(Lives.class)).isEqualTo(new Verdict.Pass());
  }

  @Test
  void chanceOutsideNodesIsNoNodesOwn() {
    long[] drawn = new long[2];
    passes(simulation -> {
      simulation.after(MILLI, () -> drawn[0] = new Random().nextLong());
      simulation.sleep(2 * MILLI);
    });
    passes(simulation -> {
      simulation.after(MILLI, () -> drawn[1] = new Random().nextLong());
      simulation.sleep(2 * MILLI);
    });
    assertThat(drawn[0]).isEqualTo(drawn[1]);
  }

  @Test
  void crashDropsThreadsTimersAndPoolsAtOnce() {
    passes(simulation -> {
      Lives life = new Lives();
      Incarnation node = simulation.boot(0, "server 0");
      assertThat(node.call("start", life::startAll)).contains("started");
      simulation.sleep(55 * MILLI);
      node.crash();
      List<String> before = life.written();
      assertThat(Collections.frequency(before, "tick")).isEqualTo(5);
      assertThat(Collections.frequency(before, "pool")).isEqualTo(5);
      simulation.sleep(1_000 * MILLI);
      assertThat(life.written()).isEqualTo(before).doesNotContain("unwound", "future");
      assertThat(node.alive()).isFalse();
    });
  }

  @Test
  void crashFreesMonitorsForTheNextLife() {
    passes(simulation -> {
      Lives life = new Lives();
      Incarnation first = simulation.boot(0, "server 0");
      first.start("holder", life::holdLocks);
      simulation.sleep(MILLI);
      first.crash();
      Incarnation second = simulation.boot(0, "server 0");
      assertThat(second.call("enter", life::enter)).contains("entered");
      assertThat(simulation.now()).isLessThan(2 * MILLI);
    });
  }

  @Test
  void threadThatCrashesItsOwnNodeDoesNotGoOn() {
    passes(simulation -> {
      Lives life = new Lives();
      Incarnation node = simulation.boot(0, "server 0");
      Optional<String> answer =
          node.call(
              "suicide",
              () -> {
                try {
                  node.crash();
                  return life.startAll();
                } finally {
                  life.startAll();
                }
              });
      assertThat(answer).isEmpty();
      simulation.sleep(100 * MILLI);
      assertThat(life.written()).isEmpty();
    });
  }

  @Test
  void callIsEmptyWhenTheNodeCrashesBeforeItEnds() {
    passes(simulation -> {
      Incarnation node = simulation.boot(0, "server 0");
      simulation.after(30 * MILLI, node::crash);
      assertThat(node.call("hold", new Lives()::holdLocks)).isEmpty();
      assertThat(simulation.now()).isBetween(30 * MILLI, 31 * MILLI);
      assertThat(node.call("again", () -> "never")).isEmpty();
      node.crash();
    });
  }

  @Test
  void pausedNodeStandsStillWhileTimeGoesOn() {
    passes(simulation -> {
      Lives life = new Lives();
      Incarnation node = simulation.boot(0, "server 0");
      node.start("ticker", life::tick);
      simulation.sleep(25 * MILLI);
      node.pause();
      simulation.sleep(100 * MILLI);
      assertThat(life.written()).hasSize(2);
      assertThat(node.alive()).isTrue();
      node.resume();
      simulation.sleep(25 * MILLI);
      assertThat(life.written()).hasSize(5);
    });
  }

  @Test
  void pausedNodeCanCrash() {
    passes(simulation -> {
      Lives life = new Lives();
      Incarnation node = simulation.boot(0, "server 0");
      node.start("ticker", life::tick);
      simulation.sleep(15 * MILLI);
      node.pause();
      simulation.sleep(15 * MILLI);
      node.crash();
      node.resume();
      simulation.sleep(100 * MILLI);
      assertThat(life.written()).hasSize(1);
    });
  }

  @Test
  void exceptionOfACallEndsTheRun() {
    Outcome outcome =
        SimulatedRun.drive(simulation ->
            simulation
                .boot(3, "server 3")
                .call(
                    "broken",
                    () -> {
                      throw new java.io.IOException("disk full");
                    }));
    assertThat(SimulatedRun.failure(outcome).kind()).isEqualTo(FailureKind.EXCEPTION);
    assertThat(SimulatedRun.failure(outcome).message())
        .isEqualTo("server 3: java.io.IOException escaped from thread 'broken'");
  }

  @Test
  void promiseIsCompletedOnce() {
    passes(simulation -> {
      Promise<String> promise = new Promise<>(simulation);
      simulation.after(10 * MILLI, () -> promise.complete("first"));
      assertThat(promise.await(5 * MILLI)).isEmpty();
      assertThat(promise.done()).isFalse();
      assertThat(promise.await()).contains("first");
      assertThat(promise.complete("second")).isFalse();
      assertThat(promise.completeEmpty()).isFalse();
      assertThat(promise.await()).contains("first");
    });
  }
}
