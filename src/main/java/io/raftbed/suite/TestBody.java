package io.raftbed.suite;

import io.raftbed.cluster.ServiceKind;
import io.raftbed.sim.Simulation;

/** What a test puts above its servers, and what it does with them. */
public sealed interface TestBody permits LogBody, KvBody, RsmBody {

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
