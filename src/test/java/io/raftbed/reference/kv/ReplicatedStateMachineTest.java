package io.raftbed.reference.kv;

import static io.raftbed.reference.kv.Journal.bytes;
import static io.raftbed.reference.kv.VirtualTime.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.Started;
import io.raftbed.lab.kv.Rsm;
import io.raftbed.sim.OneNode;
import io.raftbed.sim.Programs;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ReplicatedStateMachineTest {

  private static final long OTHER = 1;

  @BeforeAll
  static void load() {
    assertThat(Programs.load(ReplicatedStateMachine.class)).isEqualTo(new Verdict.Pass());
  }

  private static Future<Optional<String>> submit(Rsm rsm, String command) {
    var task = new FutureTask<>(() -> rsm.submit(bytes(command)).map(Journal::text));
    Thread.ofVirtual().start(task);
    return task;
  }

  private static byte[] operation(String command) {
    return new Operation(OTHER, bytes(command)).encoded();
  }

  private static byte[] snapshot(int index, String state) {
    return new Encoder().putInt(index).putBytes(bytes(state)).bytes();
  }

  @Test
  void aSubmitWaitsUntilItsCommandIsApplied() {
    OneNode.passes(() -> {
      ScriptedRaft raft = new ScriptedRaft();
      Rsm rsm = ReplicatedStateMachine.make(raft, new Journal());
      Future<Optional<String>> submit = submit(rsm, "a");
      raft.awaitStarted(1);
      Thread.sleep(5_000);
      assertThat(submit.isDone()).isFalse();
      raft.commit(1);
      assertThat(submit.get()).hasValue("a");
    });
  }

  @Test
  void manySubmitsGetTheirOwnReplies() {
    OneNode.passes(() -> {
      ScriptedRaft raft =
          new ScriptedRaft() {
            @Override
            public synchronized Optional<Started> start(byte[] command) {
              Optional<Started> place = super.start(command);
              commit(log.size());
              return place;
            }
          };
      Rsm rsm = ReplicatedStateMachine.make(raft, new Journal());
      List<Future<Optional<String>>> submits = new ArrayList<>();
      for (char command = '0'; command < '0' + 50; command++) {
        submits.add(submit(rsm, "" + command));
      }
      for (int i = 0; i < submits.size(); i++) {
        assertThat(submits.get(i).get().orElseThrow()).endsWith("" + (char) ('0' + i));
      }
    });
  }

  @Test
  void aServerThatDoesNotLeadAnswersAtOnce() {
    OneNode.passes(() -> {
      ScriptedRaft raft = new ScriptedRaft();
      raft.leads = false;
      Rsm rsm = ReplicatedStateMachine.make(raft, new Journal());
      assertThat(millis(() -> assertThat(rsm.submit(bytes("a"))).isEmpty())).isZero();
    });
  }

  @Test
  void anotherCommandAtTheIndexAnswersAtOnce() {
    OneNode.passes(() -> {
      ScriptedRaft raft = new ScriptedRaft();
      Rsm rsm = ReplicatedStateMachine.make(raft, new Journal());
      Future<Optional<String>> submit = submit(rsm, "a");
      raft.awaitStarted(1);
      raft.apply(1, operation("b"));
      assertThat(millis(() -> assertThat(submit.get()).isEmpty())).isZero();
    });
  }

  @Test
  void anEqualCommandOfAnotherIsNotMistakenForOnesOwn() {
    OneNode.passes(() -> {
      ScriptedRaft raft = new ScriptedRaft();
      Rsm rsm = ReplicatedStateMachine.make(raft, new Journal());
      Future<Optional<String>> submit = submit(rsm, "a");
      raft.awaitStarted(1);
      raft.apply(1, operation("a"));
      assertThat(submit.get()).isEmpty();
    });
  }

  @Test
  @DisplayName("dissertation 6.2: a deposed leader tells so, though nothing more is applied")
  void deposed() {
    OneNode.passes(() -> {
      ScriptedRaft raft = new ScriptedRaft();
      Rsm rsm = ReplicatedStateMachine.make(raft, new Journal());
      Future<Optional<String>> submit = submit(rsm, "a");
      raft.awaitStarted(1);
      Thread.sleep(3_000);
      raft.leads = false;
      assertThat(millis(() -> assertThat(submit.get()).isEmpty())).isLessThanOrEqualTo(51);
    });
  }

  @Test
  void aLeaderOfALaterTermTellsSoToo() {
    OneNode.passes(() -> {
      ScriptedRaft raft = new ScriptedRaft();
      Rsm rsm = ReplicatedStateMachine.make(raft, new Journal());
      Future<Optional<String>> submit = submit(rsm, "a");
      raft.awaitStarted(1);
      raft.term++;
      assertThat(millis(() -> assertThat(submit.get()).isEmpty())).isLessThanOrEqualTo(51);
    });
  }

  @Test
  @DisplayName("§7: a snapshot that jumps over an awaited index answers at once")
  void installedSnapshot() {
    OneNode.passes(() -> {
      ScriptedRaft raft = new ScriptedRaft();
      Journal journal = new Journal();
      Rsm rsm = ReplicatedStateMachine.make(raft, journal);
      Future<Optional<String>> submit = submit(rsm, "a");
      raft.awaitStarted(1);
      raft.install(5, snapshot(5, "vwxyz"));
      assertThat(millis(() -> assertThat(submit.get()).isEmpty())).isZero();
      assertThat(journal).hasToString("vwxyz");
    });
  }

  @Test
  void itHoldsNoLockWhileItCallsRaft() {
    OneNode.passes(() -> {
      ScriptedRaft raft =
          new ScriptedRaft() {
            @Override
            public Optional<Started> start(byte[] command) {
              apply(1, operation("b"));
              try {
                awaitApplied(); // as a Raft that holds its lock while it hands up a message
              } catch (InterruptedException e) {
                throw new IllegalStateException(e);
              }
              log.add(new byte[0]);
              return super.start(command);
            }
          };
      Rsm rsm = ReplicatedStateMachine.make(raft, new Journal());
      Future<Optional<String>> submit = submit(rsm, "a");
      raft.awaitStarted(2);
      raft.commit(2);
      assertThat(submit.get()).hasValue("ba");
    });
  }

  @Test
  void itLooksAtRaftOnlyWhileSomebodyWaits() {
    OneNode.passes(() -> {
      ScriptedRaft raft = new ScriptedRaft();
      Rsm rsm = ReplicatedStateMachine.make(raft, new Journal());
      Thread.sleep(10_000);
      assertThat(raft.looks).isZero();
      Future<Optional<String>> submit = submit(rsm, "a");
      Thread.sleep(1_025);
      assertThat(raft.looks).isEqualTo(20);
      raft.commit(1);
      assertThat(submit.get()).hasValue("a");
      Thread.sleep(10_000);
      assertThat(raft.looks).isLessThanOrEqualTo(21);
    });
  }

  @Test
  @DisplayName("§7: a snapshot near the limit, of all that is applied; others can start from it")
  void snapshotNearTheLimit() {
    OneNode.passes(() -> {
      ScriptedRaft raft = new ScriptedRaft();
      raft.maxRaftState = 100;
      ReplicatedStateMachine.make(raft, new Journal());
      raft.apply(1, operation("a".repeat(60)));
      raft.awaitApplied();
      assertThat(raft.snapshots).isEmpty();
      raft.stateSize = 80;
      raft.apply(2, operation("b"));
      raft.awaitApplied();
      assertThat(raft.snapshots).hasSize(1);
      assertThat(raft.snapshots.getFirst().index()).isEqualTo(2);
      assertThat(raft.snapshots.getFirst().snapshot()).isEqualTo(snapshot(2, "a".repeat(60) + "b"));

      ScriptedRaft other = new ScriptedRaft();
      Journal journal = new Journal();
      ReplicatedStateMachine.make(other, journal);
      other.install(2, raft.snapshots.getFirst().snapshot());
      other.apply(3, operation("c"));
      other.awaitApplied();
      assertThat(journal).hasToString("a".repeat(60) + "bc");
    });
  }

  @Test
  void aRestartGoesOnFromTheSavedSnapshot() {
    OneNode.passes(() -> {
      ScriptedRaft raft = new ScriptedRaft();
      raft.saved = snapshot(2, "ab");
      raft.maxRaftState = 16;
      raft.stateSize = 60;
      Journal journal = new Journal();
      ReplicatedStateMachine.make(raft, journal);
      assertThat(journal).hasToString("ab");
      raft.apply(1, operation("a")); // a Raft may hand up again what it holds
      raft.apply(2, operation("b"));
      raft.awaitApplied();
      assertThat(journal).hasToString("ab");
      assertThat(raft.snapshots).isEmpty();
      raft.apply(3, operation("c"));
      raft.awaitApplied();
      assertThat(journal).hasToString("abc");
      assertThat(raft.snapshots).as("the state was large already").hasSize(1);
      assertThat(raft.snapshots.getFirst().index()).isEqualTo(3);
    });
  }

  @Test
  @DisplayName("§7: a snapshot that is older than the state does not take it back")
  void olderSnapshot() {
    OneNode.passes(() -> {
      ScriptedRaft raft = new ScriptedRaft();
      Journal journal = new Journal();
      ReplicatedStateMachine.make(raft, journal);
      raft.apply(1, operation("a"));
      raft.apply(2, operation("b"));
      raft.install(1, snapshot(1, "a"));
      raft.apply(3, operation("c"));
      raft.awaitApplied();
      assertThat(journal).hasToString("abc");
    });
  }

  @Test
  @DisplayName("a new boot does not take the replies to what an earlier one submitted")
  void bootsApart() {
    OneNode.passes(() -> {
      ScriptedRaft raft = new ScriptedRaft();
      Future<Optional<String>> earlier =
          submit(ReplicatedStateMachine.make(raft, new Journal()), "a");
      raft.awaitStarted(1);
      byte[] ofEarlierBoot = raft.log.getFirst();
      ScriptedRaft rebooted = new ScriptedRaft();
      Rsm rsm = ReplicatedStateMachine.make(rebooted, new Journal());
      Future<Optional<String>> submit = submit(rsm, "b");
      rebooted.awaitStarted(1);
      rebooted.apply(1, ofEarlierBoot);
      assertThat(submit.get()).isEmpty();
      assertThat(earlier.isDone()).isFalse();
    });
  }
}
