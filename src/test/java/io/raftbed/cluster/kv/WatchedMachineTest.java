package io.raftbed.cluster.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.kv.StateMachine;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.sim.Simulation;
import io.raftbed.sim.SimulationOptions;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class WatchedMachineTest {

  private static final byte[] COMMAND = {7};

  /** Counts its commands in steps, and replies with the count. */
  private static final class Steps implements StateMachine {
    private final int step;
    private byte count;

    Steps(int step) {
      this.step = step;
    }

    @Override
    public byte[] apply(byte[] command) {
      count = (byte) (count + step);
      return snapshot();
    }

    @Override
    public byte[] snapshot() {
      return new byte[] {count};
    }

    @Override
    public void restore(byte[] snapshot) {
      count = snapshot[0];
    }
  }

  private static Verdict run(Consumer<MachineLedger> test) {
    return Simulation.run(
            new SimulationOptions(
                1, new ScheduleKind.Random(), TimeUnit.SECONDS.toNanos(10), TraceSink.NONE),
            simulation -> test.accept(MachineLedger.ofChanges(simulation)))
        .verdict();
  }

  @Test
  void equalRepliesPassAlsoAfterASnapshot() {
    Verdict verdict =
        run(ledger -> {
          StateMachine first = new WatchedMachine(0, new Steps(1), ledger);
          StateMachine second = new WatchedMachine(1, new Steps(1), ledger);
          assertThat(first.apply(COMMAND)).containsExactly(1);
          first.apply(COMMAND);
          second.restore(first.snapshot());
          assertThat(first.apply(COMMAND)).containsExactly(3);
          assertThat(second.apply(COMMAND)).containsExactly(3);
        });
    assertThat(verdict).isEqualTo(new Verdict.Pass());
  }

  @Test
  void differentRepliesNameBothServers() {
    Verdict verdict =
        run(ledger -> {
          new WatchedMachine(0, new Steps(1), ledger).apply(COMMAND);
          new WatchedMachine(2, new Steps(2), ledger).apply(COMMAND);
        });
    assertThat(verdict).isInstanceOf(Verdict.Fail.class);
    Verdict.Fail fail = (Verdict.Fail) verdict;
    assertThat(fail.kind()).isEqualTo(FailureKind.SAFETY);
    assertThat(fail.message())
        .isEqualTo("the state machines of S0 and S2 replied differently at command 1");
  }

  @Test
  void differentCommandsAtOnePlaceNameBothServers() {
    Verdict verdict =
        run(ledger -> {
          new WatchedMachine(0, new Steps(1), ledger).apply(COMMAND);
          new WatchedMachine(1, new Steps(1), ledger).apply(new byte[] {8});
        });
    assertThat(((Verdict.Fail) verdict).message())
        .isEqualTo("the state machines of S0 and S1 were given different commands at command 1");
  }

  /** Sums up its commands and tells nobody, but offers a hash. Its snapshots may lack the sum. */
  private static final class Sum implements StateMachine {
    private final int factor;
    private final boolean keepsSum;
    private int sum;

    Sum(int factor, boolean keepsSum) {
      this.factor = factor;
      this.keepsSum = keepsSum;
    }

    @Override
    public byte[] apply(byte[] command) {
      sum += factor * command[0];
      return new byte[0];
    }

    @Override
    public byte[] snapshot() {
      return new byte[] {(byte) (keepsSum ? sum : 0)};
    }

    @Override
    public void restore(byte[] snapshot) {
      sum = snapshot[0];
    }

    @Override
    public OptionalLong stateHash() {
      return OptionalLong.of(sum);
    }
  }

  private static Verdict.Fail failure(Consumer<MachineLedger> test) {
    Verdict verdict = run(test);
    assertThat(verdict).isInstanceOf(Verdict.Fail.class);
    return (Verdict.Fail) verdict;
  }

  @Test
  void equalStatesPassAlsoAfterASnapshot() {
    Verdict verdict =
        run(ledger -> {
          StateMachine first = new WatchedMachine(0, new Sum(1, true), ledger);
          StateMachine second = new WatchedMachine(1, new Sum(1, true), ledger);
          first.apply(new byte[] {1});
          first.apply(new byte[] {2});
          second.restore(first.snapshot());
          second.apply(new byte[] {3});
          first.apply(new byte[] {3});
        });
    assertThat(verdict).isEqualTo(new Verdict.Pass());
  }

  @Test
  void differentStatesUnderEqualRepliesNameBothServersAndHashes() {
    Verdict.Fail fail =
        failure(ledger -> {
          new WatchedMachine(0, new Sum(1, true), ledger).apply(new byte[] {7});
          new WatchedMachine(2, new Sum(2, true), ledger).apply(new byte[] {7});
        });
    assertThat(fail.kind()).isEqualTo(FailureKind.SAFETY);
    assertThat(fail.message())
        .isEqualTo("the state machines of S0 and S2 have different states after command 1");
    assertThat(fail.facts()).contains("StateMachine.stateHash: S0 7, S2 e");
  }

  @Test
  void aSnapshotThatLeavesSomethingOutIsFoundWhenItIsRestored() {
    Verdict.Fail fail =
        failure(ledger -> {
          StateMachine first = new WatchedMachine(0, new Sum(1, false), ledger);
          first.apply(new byte[] {1});
          first.apply(new byte[] {2});
          new WatchedMachine(1, new Sum(1, false), ledger).restore(first.snapshot());
        });
    assertThat(fail.message())
        .isEqualTo("S1 restored a snapshot to another state than S0 had after command 2");
  }

  @Test
  void aChangeThatIsMadeTwiceIsFoundAtTheSecond() {
    Verdict.Fail fail =
        failure(ledger -> {
          StateMachine machine = new WatchedMachine(1, new Sum(1, true), ledger);
          machine.apply(new byte[] {5});
          machine.apply(new byte[] {6});
          machine.apply(new byte[] {5});
        });
    assertThat(fail.message())
        .isEqualTo("S1 made the same change twice: command 3 is command 1 again");
  }

  @Test
  void aCommandThatChangesNothingMayComeAgain() {
    Verdict verdict =
        run(ledger -> {
          StateMachine machine = new WatchedMachine(1, new Sum(1, true), ledger);
          machine.apply(new byte[] {0});
          machine.apply(new byte[] {5});
          machine.apply(new byte[] {0});
        });
    assertThat(verdict).isEqualTo(new Verdict.Pass());
  }

  @Test
  void commandsThatMeanSomethingNewMayComeAgain() {
    Verdict verdict =
        Simulation.run(
                new SimulationOptions(
                    1, new ScheduleKind.Random(), TimeUnit.SECONDS.toNanos(10), TraceSink.NONE),
                simulation -> {
                  StateMachine machine =
                      new WatchedMachine(1, new Sum(1, true), MachineLedger.ofCommands(simulation));
                  machine.apply(new byte[] {5});
                  machine.apply(new byte[] {5});
                })
            .verdict();
    assertThat(verdict).isEqualTo(new Verdict.Pass());
  }
}
