package io.raftbed.suite;

import io.raftbed.cluster.StorageKind;
import io.raftbed.storage.DiskProfile;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Collects the tests of one suite, for one form of the service. */
final class KvMatrix {

  private final String part;
  private final KvForm form;
  private final int maxRaftState;
  private final List<SuiteTest> tests = new ArrayList<>();

  /**
   * Begins with none.
   *
   * @param maxRaftState near this many bytes of Raft state a snapshot is due; {@link
   *     Integer#MAX_VALUE} for no snapshots
   */
  KvMatrix(String part, KvForm form, int maxRaftState) {
    this.part = part;
    this.form = form;
    this.maxRaftState = maxRaftState;
  }

  /**
   * Adds a generic run.
   *
   * @param size how many clients and servers, such as 5/3
   * @param faults what befalls it, as {@link KvRun.Plan#of} takes it
   */
  KvMatrix run(String slug, String title, String size, String faults) {
    String[] numbers = size.split("/", -1);
    int clients = Integer.parseInt(numbers[0]);
    KvRun.Plan plan = KvRun.Plan.of(clients, faults);
    return add(slug, title, size, context -> KvRun.run(context, plan));
  }

  /** Adds a test with a body of its own. */
  KvMatrix add(String slug, String title, String size, Consumer<KvContext> body) {
    String[] numbers = size.split("/", -1);
    boolean classic = form == KvForm.CLASSIC;
    tests.add(
        SuiteTest.of(
            part,
            (classic ? "" : "versioned-") + slug,
            (classic ? "" : "versioned: ") + title,
            Integer.parseInt(numbers[1]),
            new KvBody(form, Integer.parseInt(numbers[0]), maxRaftState, body)));
    return this;
  }

  /** Adds a test with a body of its own, on simulated disks. */
  KvMatrix addOnDisks(String slug, String title, String size, Consumer<KvContext> body) {
    add(slug, title, size, body);
    SuiteTest last = tests.removeLast();
    tests.add(last.on(new StorageKind.SimulatedDisks(DiskProfile.SSD)));
    return this;
  }

  List<SuiteTest> tests() {
    return List.copyOf(tests);
  }
}
