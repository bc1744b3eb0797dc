package io.raftbed.suite;

import java.util.List;
import java.util.stream.Stream;

/** Key/value services without snapshots. */
final class Part4A {

  private static final int ONE_KEY_CLIENTS = 5;

  static final List<SuiteTest> TESTS =
      Stream.of(KvForm.CLASSIC, KvForm.VERSIONED).flatMap(Part4A::tests).toList();

  private Part4A() {}

  private static Stream<SuiteTest> tests(KvForm form) {
    KvMatrix matrix =
        new KvMatrix("4A", form, Integer.MAX_VALUE)
            .run("basic", "one client", "1/5", "")
            .add("speed", "operations are fast enough", "1/3", KvScripts::speed)
            .run("concurrent", "many clients", "5/5", "")
            .run("unreliable", "unreliable network, many clients", "5/5", "u");
    if (form == KvForm.CLASSIC) {
      matrix.add(
          "one-key",
          "unreliable network, appends to one key",
          ONE_KEY_CLIENTS + "/3",
          context -> KvScripts.oneKey(context, ONE_KEY_CLIENTS));
    }
    return matrix
        .add("one-partition", "progress in a majority only", "0/5", OnePartition::run)
        .run("partitions-one-client", "many partitions, one client", "1/5", "P")
        .run("partitions", "many partitions, many clients", "5/5", "P")
        .run("restarts-one-client", "restarts, one client", "1/5", "C")
        .run("restarts", "restarts, many clients", "5/5", "C")
        .run("restarts-unreliable", "restarts, unreliable network, many clients", "5/5", "uC")
        .run("restarts-partitions", "restarts, partitions, many clients", "5/5", "CP")
        .run(
            "restarts-partitions-unreliable",
            "restarts, partitions, unreliable network, many clients",
            "5/5",
            "uCP")
        .run(
            "restarts-partitions-random-keys",
            "restarts, partitions, unreliable network, random keys",
            "15/7",
            "uCPK")
        .tests()
        .stream();
  }
}
