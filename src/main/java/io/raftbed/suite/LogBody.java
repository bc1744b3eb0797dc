package io.raftbed.suite;

import io.raftbed.cluster.ServiceKind;
import io.raftbed.sim.Simulation;
import java.util.function.Consumer;

/**
 * A test of Raft alone, below a service of the testbed.
 *
 * @param snapshotEvery the service takes a snapshot at every so many log indexes; 0 for never
 * @param electsOnly whether there need be no log yet, and so nothing to converge but leadership
 * @param body drives the cluster and asserts
 */
record LogBody(int snapshotEvery, boolean electsOnly, Consumer<TestContext> body)
    implements TestBody {

  @Override
  public int clients() {
    return 0;
  }

  @Override
  public boolean isOfRaft() {
    return true;
  }

  @Override
  public Running over(Simulation simulation, Implementation implementation) {
    return new Running() {
      @Override
      public ServiceKind service() {
        return new ServiceKind.Log(snapshotEvery);
      }

      @Override
      public void drive(TestContext context) {
        body.accept(context);
      }

      @Override
      public void converge(TestContext context) {
        if (electsOnly) {
          context.endFaults();
          context.cluster().checkOneLeader();
        } else {
          context.cluster().healAndConverge();
        }
      }
    };
  }
}
