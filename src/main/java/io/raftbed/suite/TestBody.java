package io.raftbed.suite;

import io.raftbed.cluster.ServiceKind;
import io.raftbed.sim.Simulation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** What a test puts above its servers, and what it does with them. */
public sealed interface TestBody permits LogBody, KvBody, RsmBody, MembersBody {

  /**
   * Returns a test of Raft alone, below a service of the testbed.
   *
   * @param snapshotEvery the service takes a snapshot at every so many log indexes; 0 for never
   * @param body drives the cluster and asserts
   */
  static TestBody ofRaft(int snapshotEvery, Consumer<TestContext> body) {
    return new LogBody(snapshotEvery, false, body);
  }

  /**
   * Returns a test of a key/value service.
   *
   * @param workers how many clients {@link KvLoad} gives work at most
   * @param maxRaftState near this many bytes of Raft state a snapshot is due; {@link
   *     Integer#MAX_VALUE} for no snapshots
   * @param body drives the cluster and asserts
   */
  static TestBody ofService(KvForm form, int workers, int maxRaftState, Consumer<KvContext> body) {
    return new KvBody(form, workers, maxRaftState, body);
  }

  /** Returns which service stands above the servers; empty when they take bare commands. */
  default Optional<KvForm> service() {
    return Optional.empty();
  }

  /** Returns at every how many log indexes the testbed's service takes a snapshot; 0 for never. */
  default int snapshotEvery() {
    return 0;
  }

  /** Returns near how many bytes of Raft state services take a snapshot. */
  default int maxRaftState() {
    return Integer.MAX_VALUE;
  }

  /** Returns how many clients {@link KvLoad} gives work at most. */
  default int workers() {
    return 0;
  }

  /** Returns the first members of the cluster, ids ascending; empty where members do not change. */
  default List<Integer> founders() {
    return List.of();
  }

  /** Returns the same test of a cluster whose first members are so many, and may change. */
  default TestBody foundedBy(int servers) {
    return new MembersBody(IntStream.range(0, servers).boxed().toList(), this);
  }

  /** Returns whether it is about Raft alone. */
  default boolean isOfRaft() {
    return false;
  }

  /** Returns how many clients the test needs beside the servers. */
  int clients();

  /** Returns a run of it, in a new simulation. */
  Running over(Simulation simulation, Implementation implementation);

  /** A test on one run. */
  interface Running {

    /** Returns what stands above the servers. */
    ServiceKind service();

    /** Drives the cluster and asserts; returns when all went well. */
    void drive(TestContext context);

    /** Ends all faults and demands that the cluster then does its work. */
    void converge(TestContext context);
  }
}
