package io.raftbed.suite;

import io.raftbed.cluster.StorageKind;
import java.util.function.Consumer;

/**
 * One test of a suite.
 *
 * @param id its name, which also goes into its random streams: the part, a slash, a short title
 * @param part the suite that it belongs to, such as {@code 3B} or {@code 3B+}
 * @param title what it is called in reports
 * @param servers how many servers it runs
 * @param snapshotEvery the service takes a snapshot at every so many log indexes; 0 for never
 * @param storage what the servers keep their state on
 * @param body drives the cluster and asserts; returns when all went well
 */
public record SuiteTest(
    String id,
    String part,
    String title,
    int servers,
    int snapshotEvery,
    StorageKind storage,
    Consumer<TestContext> body) {

  /** Returns a test of a service without snapshots; its id is made of the part and a slug. */
  static SuiteTest of(
      String part, String slug, String title, int servers, Consumer<TestContext> body) {
    return new SuiteTest(part + "/" + slug, part, title, servers, 0, StorageKind.MEMORY, body);
  }

  /** Returns the same test above a service that takes snapshots. */
  SuiteTest withSnapshotEvery(int indexes) {
    return new SuiteTest(id, part, title, servers, indexes, storage, body);
  }

  /** Returns the same test on other storage; what is drawn in it stays the same. */
  public SuiteTest on(StorageKind other) {
    return new SuiteTest(id, part, title, servers, snapshotEvery, other, body);
  }

  /** Returns whether the test is about its storage and makes no sense on another. */
  public boolean needsItsStorage() {
    return storage instanceof StorageKind.SimulatedDisks;
  }
}
