package io.raftbed.suite;

import io.raftbed.cluster.ServiceKind;
import io.raftbed.sim.Simulation;
import java.util.List;
import java.util.Optional;

/**
 * A test of a cluster whose members change.
 *
 * @param founders the first members, ids ascending; the other servers may join
 * @param body what stands above the servers, and what the test does with them
 */
record MembersBody(List<Integer> founders, TestBody body) implements TestBody {

  @Override
  public Optional<KvForm> service() {
    return body.service();
  }

  @Override
  public int snapshotEvery() {
    return body.snapshotEvery();
  }

  @Override
  public int maxRaftState() {
    return body.maxRaftState();
  }

  @Override
  public int workers() {
    return body.workers();
  }

  @Override
  public int clients() {
    return body.clients();
  }

  @Override
  public boolean isOfRaft() {
    return body.isOfRaft();
  }

  @Override
  public Running over(Simulation simulation, Implementation implementation) {
    return new MembersRunning(body.over(simulation, implementation));
  }

  /** A test on one run, in the end of which all members must know that they are. */
  private record MembersRunning(Running running) implements Running {
    @Override
    public ServiceKind service() {
      return running.service();
    }

    @Override
    public void drive(TestContext context) {
      running.drive(context);
    }

    @Override
    public void converge(TestContext context) {
      running.converge(context);
      new MemberChanges(context).checkUsed();
    }
  }
}
