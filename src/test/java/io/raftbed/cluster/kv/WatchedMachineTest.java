package io.raftbed.cluster.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.kv.StateMachine;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.sim.Simulation;
import io.raftbed.sim.SimulationOptions;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
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

  private static Verdict run(Consumer<ReplyLedger> test) {
    return Simulation.run(
            new SimulationOptions(
                1, new ScheduleKind.Random(), TimeUnit.SECONDS.toNanos(10), TraceSink.NONE),
            simulation -> test.accept(new ReplyLedger(simulation)))
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
}
