package io.raftbed.suite;

import io.raftbed.cluster.ServiceKind;
import io.raftbed.cluster.kv.MachineLedger;
import io.raftbed.cluster.kv.RsmProgram;
import io.raftbed.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A test of the layer between a state machine and Raft.
 *
 * @param maxRaftState near this many bytes of Raft state a snapshot is due; {@link
 *     Integer#MAX_VALUE} for no snapshots
 * @param body drives the cluster and asserts
 */
record RsmBody(int maxRaftState, Consumer<RsmContext> body) implements TestBody {

  @Override
  public Optional<KvForm> service() {
    return Optional.of(KvForm.CLASSIC);
  }

  @Override
  public int clients() {
    return 0;
  }

  @Override
  public Running over(Simulation simulation, Implementation implementation) {
    List<Counter> counters = new ArrayList<>();
    RsmProgram program =
        new RsmProgram(
            implementation.requireServices().rsm(),
            maxRaftState,
            MachineLedger.ofCommands(simulation),
            server -> {
              Counter counter = new Counter();
              if (server < counters.size()) {
                counters.set(server, counter);
              } else {
                counters.add(counter);
              }
              return counter;
            });
    return new RsmRunning(this, program, counters);
  }

  /** A test of the layer on one run. */
  private record RsmRunning(RsmBody test, RsmProgram program, List<Counter> counters)
      implements Running {

    @Override
    public ServiceKind service() {
      return new ServiceKind.Program(program);
    }

    @Override
    public void drive(TestContext context) {
      context.serveClients();
      test.body().accept(new RsmContext(context, program, counters));
    }

    @Override
    public void converge(TestContext context) {
      context.cluster().heal();
      RsmContext end = new RsmContext(context, program, counters);
      end.submit(Counter.Command.INC);
      context.cluster().requireSettled();
      end.checkDecrements();
    }
  }
}
