package io.raftbed.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.Environment;
import io.raftbed.lab.Raft;
import io.raftbed.lab.RaftFactory;
import io.raftbed.lab.RaftState;
import io.raftbed.lab.Started;
import io.raftbed.sim.Outcome;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.sim.Simulation;
import io.raftbed.sim.SimulationOptions;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Moment;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.Verdict;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ClusterTest {

  private final List<TraceEvent> trace = new ArrayList<>();
  private final List<Invariant.Factory> invariants = new ArrayList<>();
  private boolean snapshots;

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private Verdict run(RaftFactory raft, Consumer<Cluster> test) {
    var options =
        new SimulationOptions(
            1, new ScheduleKind.Random(), TimeUnit.SECONDS.toNanos(120), trace::add);
    Outcome outcome =
        Simulation.run(
            options,
            simulation ->
                test.accept(
                    new Cluster(
                        simulation,
                        new ClusterOptions(
                            3, raft, new ServiceKind.Log(snapshots ? 10 : 0), invariants))));
    return outcome.verdict();
  }

  private void passes(RaftFactory raft, Consumer<Cluster> test) {
    assertThat(run(raft, test)).isEqualTo(new Verdict.Pass());
  }

  private Verdict.Fail fails(RaftFactory raft, Consumer<Cluster> test) {
    Verdict verdict = run(raft, test);
    assertThat(verdict).isInstanceOf(Verdict.Fail.class);
    return (Verdict.Fail) verdict;
  }

  @Test
  void agreesOnCommandsInOrder() {
    passes(
        FixedLeader::new,
        cluster -> {
          assertThat(cluster.checkOneLeader()).isEqualTo(FixedLeader.LEADER);
          assertThat(cluster.checkTerms()).isEqualTo(1);
          assertThat(cluster.appliedCount(1)).isZero();
          assertThat(cluster.appliedCommand(1)).isNull();
          assertThat(cluster.agree(bytes("a"), 3, false)).isEqualTo(1);
          assertThat(cluster.agree(bytes("b"), 3, false)).isEqualTo(2);
          assertThat(cluster.appliedCount(2)).isEqualTo(3);
          assertThat(cluster.appliedCommand(2)).isEqualTo(bytes("b"));
          assertThat(cluster.waitApplied(2, 3, -1)).hasValue(bytes("b"));
          cluster.healAndConverge();
        });
    assertThat(trace)
        .extracting(event -> event.node() + " " + event.kind() + " " + event.detail())
        .contains("0 START \"a\" at index 1, term 1", "2 APPLY index 2 = \"b\"");
  }

  @Test
  void aDisconnectedServerIsLeftOutUntilItIsConnected() {
    passes(
        FixedLeader::new,
        cluster -> {
          cluster.disconnect(2);
          assertThat(cluster.connected(2)).isFalse();
          int index = cluster.agree(bytes("a"), 2, false);
          assertThat(cluster.appliedCount(index)).isEqualTo(2);
          cluster.connect(2);
          assertThat(cluster.waitApplied(index, 3, -1)).hasValue(bytes("a"));
        });
  }

  @Test
  void noAgreementIsALivenessFailureThatTellsOfEveryServer() {
    Verdict.Fail fail =
        fails(
            FixedLeader::new,
            cluster -> {
              cluster.disconnect(1);
              cluster.crash(2);
              cluster.agree(bytes("a"), 2, false);
            });

    assertThat(fail.kind()).isEqualTo(FailureKind.LIVENESS);
    assertThat(fail.message())
        .isEqualTo("no agreement: \"a\" was not applied at index 1 by 2 servers within 2 s");
    assertThat(fail.facts())
        .containsExactly(
            "index 1 is \"a\"; servers that have applied it: 1",
            "S0: term 1, leader, connected, applied up to index 1",
            "S1: term 1, not leader, disconnected, applied up to index 0",
            "S2: down, applied up to index 0");
  }

  @Test
  void withoutALeaderAgreementFailsAfterTenSeconds() {
    Verdict.Fail fail =
        fails(
            FixedLeader::new,
            cluster -> {
              cluster.crash(FixedLeader.LEADER);
              cluster.agree(bytes("a"), 2, true);
            });

    assertThat(fail.message())
        .isEqualTo("no agreement: \"a\" was not applied by 2 servers within 10 s");
    assertThat(fail.virtualNanos())
        .isBetween(TimeUnit.SECONDS.toNanos(10), TimeUnit.MILLISECONDS.toNanos(10_200));
  }

  @Test
  void noLeaderFailsAfterTenPolls() {
    Verdict.Fail fail =
        fails(
            FixedLeader::new,
            cluster -> {
              cluster.disconnect(FixedLeader.LEADER);
              cluster.checkNoLeader();
              cluster.checkOneLeader();
            });

    assertThat(fail.kind()).isEqualTo(FailureKind.LIVENESS);
    assertThat(fail.message()).startsWith("no leader");
    assertThat(fail.virtualNanos())
        .isBetween(TimeUnit.MILLISECONDS.toNanos(4_500), TimeUnit.MILLISECONDS.toNanos(5_500));
  }

  @Test
  void twoLeadersInOneTermAreASafetyFailure() {
    RaftFactory allLead =
        environment ->
            new FixedLeader(environment) {
              @Override
              public RaftState state() {
                return new RaftState(4, environment.me() != 1);
              }
            };

    Verdict.Fail fail = fails(allLead, Cluster::checkOneLeader);

    assertThat(fail.kind()).isEqualTo(FailureKind.SAFETY);
    assertThat(fail.message()).isEqualTo("term 4 has 2 leaders: S0, S2");
  }

  @Test
  void differentTermsFail() {
    RaftFactory ownTerms =
        environment ->
            new FixedLeader(environment) {
              @Override
              public RaftState state() {
                return new RaftState(environment.me() / 2, false);
              }
            };

    Verdict.Fail fail = fails(ownTerms, Cluster::checkTerms);

    assertThat(fail.message()).isEqualTo("the connected servers are in different terms: [0, 1]");
  }

  @Test
  void differentCommandsAtOneIndexAreASafetyFailure() {
    Verdict.Fail fail =
        fails(
            environment -> new Applying(environment, 2, i -> i, c -> bytes("other")),
            cluster -> {
              cluster.disconnect(2);
              cluster.agree(bytes("a"), 2, false);
              cluster.connect(2);
              cluster.sleepMillis(10_000);
            });

    assertThat(fail.kind()).isEqualTo(FailureKind.SAFETY);
    assertThat(fail.message())
        .matches(
            "State Machine Safety is broken: S[01] and S2 applied different commands at index 1");
    assertThat(fail.facts().getFirst()).matches("S[01] applied \"a\" at index 1, at 0\\.0\\d+ s");
    assertThat(fail.facts().getLast()).startsWith("S2 applied \"other\" at index 1, at ");
  }

  @Test
  void aGapIsASafetyFailure() {
    Verdict.Fail fail =
        fails(
            environment -> new Applying(environment, 1, i -> i == 2 ? 3 : i, c -> c),
            cluster -> {
              cluster.agree(bytes("a"), 3, false);
              cluster.agree(bytes("b"), 3, false);
            });

    assertThat(fail.kind()).isEqualTo(FailureKind.SAFETY);
    assertThat(fail.message()).isEqualTo("S1 applied index 3 where index 2 comes next");
    assertThat(fail.facts())
        .containsExactly("it applied index 3 = \"b\"", "before, it had applied index 1 = \"a\"");
  }

  @Test
  void applyingAnIndexAgainIsASafetyFailure() {
    Verdict.Fail fail =
        fails(
            environment -> new Applying(environment, 1, i -> 1, c -> bytes("a")),
            cluster -> {
              cluster.agree(bytes("a"), 3, false);
              cluster.agree(bytes("a"), 3, false);
            });

    assertThat(fail.message()).isEqualTo("S1 applied index 1 where index 2 comes next");
  }

  /** A server of which one, the deviant, tells its service something else. */
  private static final class Applying extends FixedLeader {
    private final int deviant;
    private final java.util.function.IntUnaryOperator index;
    private final java.util.function.UnaryOperator<byte[]> command;

    Applying(
        Environment environment,
        int deviant,
        java.util.function.IntUnaryOperator index,
        java.util.function.UnaryOperator<byte[]> command) {
      super(environment);
      this.deviant = deviant;
      this.index = index;
      this.command = command;
    }

    @Override
    ApplyMsg message(int at, byte[] bytes) {
      return environment.me() == deviant
          ? new ApplyMsg.Command(index.applyAsInt(at), command.apply(bytes))
          : super.message(at, bytes);
    }
  }

  @Test
  void theServiceSnapshotsEveryTenIndexesAndRestartsFromWhatIsPersisted() {
    snapshots = true;
    passes(
        FixedLeader::new,
        cluster -> {
          for (int i = 1; i <= 12; i++) {
            cluster.agree(bytes("cmd " + i), 3, false);
          }
          // 9 commands of 5 bytes, each with its length, after the last index.
          assertThat(cluster.snapshotSize()).isEqualTo(4 + 9 * (4 + 5));
          assertThat(cluster.raftStateSize()).isEqualTo(1);
          cluster.restart(2);
          assertThat(cluster.connected(2)).isFalse();
          assertThat(cluster.appliedCount(9)).isEqualTo(3);
          assertThat(cluster.appliedCount(10)).isEqualTo(2);
        });
    assertThat(trace)
        .extracting(event -> event.node() + " " + event.kind() + " " + event.detail())
        .contains(
            "1 SNAPSHOT up to index 9, 85 bytes",
            "1 PERSIST Raft state 1 bytes, snapshot 85 bytes");
  }

  @Test
  void aSnapshotThatIsNotWhatItClaimsIsASafetyFailure() {
    snapshots = true;
    Verdict.Fail fail = fails(environment -> new Installing(environment, 8), this::fillAndInstall);

    assertThat(fail.kind()).isEqualTo(FailureKind.SAFETY);
    assertThat(fail.message())
        .isEqualTo("S1 handed up a snapshot up to index 8, which in truth ends at index 9");
  }

  @Test
  void aSnapshotThatTakesTheServiceBackIsASafetyFailure() {
    snapshots = true;
    Verdict.Fail fail = fails(environment -> new Installing(environment, 9), this::fillAndInstall);

    assertThat(fail.kind()).isEqualTo(FailureKind.SAFETY);
    assertThat(fail.message())
        .isEqualTo("S1 handed up a snapshot up to index 9 after it had applied index 10");
  }

  private void fillAndInstall(Cluster cluster) {
    for (int i = 1; i <= 11; i++) {
      cluster.agree(bytes("cmd " + i), 3, false);
    }
  }

  /** S1 hands up its own persisted snapshot in place of index 11, under the given index. */
  private static final class Installing extends FixedLeader {
    private final int claimed;

    Installing(Environment environment, int claimed) {
      super(environment);
      this.claimed = claimed;
    }

    @Override
    ApplyMsg message(int index, byte[] command) {
      return environment.me() == 1 && index == 11
          ? new ApplyMsg.Snapshot(claimed, 1, environment.persister().snapshot())
          : super.message(index, command);
    }
  }

  @Test
  void aServerCanBeCrashedRightAfterItsKthSave() {
    RaftFactory saving =
        environment ->
            new FixedLeader(environment) {
              @Override
              void appended() {
                environment.persister().save(new byte[10], new byte[0]);
              }
            };
    passes(
        saving,
        cluster -> {
          cluster.afterSave(
              2,
              saves -> {
                if (saves == 2) {
                  cluster.crash(2);
                }
              });
          cluster.agree(bytes("a"), 3, false);
          int index = cluster.agree(bytes("b"), 2, false);
          assertThat(cluster.running(2)).isFalse();
          assertThat(cluster.connected(2)).isFalse();
          assertThat(cluster.appliedCount(index)).isEqualTo(2);
          assertThat(cluster.state(2)).isEmpty();
          assertThat(cluster.start(2, bytes("c"))).isEmpty();
        });
    assertThat(trace)
        .filteredOn(event -> event.node() == 2)
        .extracting(TraceEvent::kind)
        .endsWith(EventKind.PERSIST, EventKind.CUT, EventKind.CRASH);
  }

  @Test
  void aPausedServerAnswersNothingUntilItIsResumed() {
    passes(
        FixedLeader::new,
        cluster -> {
          cluster.pause(2);
          int index = cluster.agree(bytes("a"), 2, false);
          cluster.sleepMillis(40_000);
          assertThat(cluster.appliedCount(index)).isEqualTo(2);
          assertThat(cluster.state(2)).isEmpty();
          assertThat(cluster.running(2)).isTrue();
          cluster.resume(2);
          assertThat(cluster.waitApplied(index, 3, -1)).hasValue(bytes("a"));
        });
  }

  @Test
  void aCallThatHangsIsALivenessFailureThatNamesTheMethod() {
    RaftFactory hanging =
        environment ->
            new FixedLeader(environment) {
              @Override
              @SuppressWarnings("UnsynchronizedOverridesSynchronized") // it hangs without a lock
              public Optional<Started> start(byte[] command) {
                while (true) {
                  LockSupport.park();
                }
              }
            };

    Verdict.Fail fail = fails(hanging, cluster -> cluster.start(1, bytes("a")));

    assertThat(fail.kind()).isEqualTo(FailureKind.LIVENESS);
    assertThat(fail.message()).isEqualTo("S1 has not returned from Raft.start for 30 s");
  }

  @Test
  void aMakeThatThrowsOrReturnsNullFails() {
    Verdict.Fail thrown =
        fails(
            environment -> {
              throw new IllegalStateException("no");
            },
            cluster -> {});
    assertThat(thrown.kind()).isEqualTo(FailureKind.EXCEPTION);
    assertThat(thrown.message()).contains("S0").contains("RaftFactory.make");

    Verdict.Fail none = fails(environment -> nothing(), cluster -> {});
    assertThat(none.kind()).isEqualTo(FailureKind.EXCEPTION);
    assertThat(none.message())
        .isEqualTo("S0: RaftFactory.make returned null; it must return the server");
  }

  @Test
  void invariantsHearOfBootsStartsAndAppliesAndEndTheRun() {
    List<String> heard = new ArrayList<>();
    invariants.add((electorates, violations) ->
        new Invariant() {
          @Override
          public void booted(int node) {
            heard.add("booted " + node + " of " + electorates.servers());
          }

          @Override
          public void started(int node, byte[] command, Started started) {
            heard.add("started " + node + " at " + started.index());
          }

          @Override
          public void sent(int from, int to, Record request) {
            heard.add("sent " + from + " " + to);
          }

          @Override
          public void applied(int node, ApplyMsg msg) {
            violations.broken("broken by S" + node, List.of(violations.now(node)), "a fact");
          }
        });

    Verdict.Fail fail = fails(FixedLeader::new, cluster -> cluster.agree(bytes("a"), 3, false));

    assertThat(fail.kind()).isEqualTo(FailureKind.SAFETY);
    assertThat(fail.message()).startsWith("broken by S");
    assertThat(fail.facts()).containsExactly("a fact");
    assertThat(fail.moments())
        .extracting(Moment::virtualNanos)
        .containsExactly(fail.virtualNanos());
    assertThat(heard)
        .startsWith("booted 0 of 3", "booted 1 of 3", "booted 2 of 3")
        .contains("started 0 at 1", "sent 0 1");
  }

  @Test
  void aSlowServiceIsBusyWithEachMessage() {
    passes(
        FixedLeader::new,
        cluster -> {
          cluster.slowService(1, 400);
          cluster.start(0, bytes("a"));
          cluster.start(0, bytes("b"));
          cluster.sleepMillis(200);
          assertThat(cluster.appliedCount(1)).isEqualTo(2);
          assertThat(cluster.appliedCount(2)).isEqualTo(2);
          cluster.sleepMillis(400);
          assertThat(cluster.appliedCount(1)).isEqualTo(3);
          assertThat(cluster.appliedCount(2)).isEqualTo(2);
          cluster.sleepMillis(400);
          assertThat(cluster.appliedCount(2)).isEqualTo(3);
        });
  }

  @Test
  void spawnedThreadsRunInVirtualTime() {
    passes(
        FixedLeader::new,
        cluster -> {
          List<String> done = new ArrayList<>();
          Thread thread =
              cluster.spawn(
                  "client",
                  () -> {
                    cluster.sleepMillis(5_000);
                    done.add(Thread.currentThread().getName());
                  });
          try {
            thread.join();
          } catch (InterruptedException e) {
            throw new IllegalStateException(e);
          }
          assertThat(done).containsExactly("client");
        });
  }

  @SuppressWarnings("NullAway") // what a careless factory returns
  private static Raft nothing() {
    return null;
  }
}
