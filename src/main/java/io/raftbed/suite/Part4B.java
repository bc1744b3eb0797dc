package io.raftbed.suite;

import java.util.List;
import java.util.stream.Stream;

/** Key/value services with snapshots. */
final class Part4B {

  private static final int MAX_RAFT_STATE = 1_000;

  static final List<SuiteTest> TESTS =
      Stream.of(KvForm.CLASSIC, KvForm.VERSIONED).flatMap(Part4B::tests).toList();

  private Part4B() {}

  private static Stream<SuiteTest> tests(KvForm form) {
    return new KvMatrix("4B", form, MAX_RAFT_STATE)
            .add(
                "install-snapshot",
                "a lagging server is sent a snapshot",
                "0/3",
                KvScripts::installSnapshot)
            .add("snapshot-size", "the snapshot is not too large", "1/3", KvScripts::snapshotSize)
            .add("speed", "operations are fast enough, snapshots", "1/3", KvScripts::speed)
            .run("restarts-one-client", "restarts, snapshots, one client", "1/5", "C")
            .run("restarts", "restarts, snapshots, many clients", "20/5", "C")
            .run("unreliable", "unreliable network, snapshots, many clients", "5/5", "u")
            .run(
                "restarts-unreliable",
                "restarts, unreliable network, snapshots, many clients",
                "5/5",
                "uC")
            .run(
                "restarts-partitions-unreliable",
                "restarts, partitions, unreliable network, snapshots, many clients",
                "5/5",
                "uCP")
            .run(
                "restarts-partitions-random-keys",
                "restarts, partitions, unreliable network, snapshots, random keys",
                "15/7",
                "uCPK")
            .tests()
            .stream();
  }
}
