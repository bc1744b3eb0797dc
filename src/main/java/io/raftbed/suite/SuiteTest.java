package io.raftbed.suite;

import io.raftbed.cluster.StorageKind;
import java.util.function.Consumer;

/**
 * One test of a suite.
 *
 * @param id its name: the part, a slash, a short title; of a test in a file, the file
 * @param part the suite that it belongs to, such as {@code 3B} or {@code 3B+}
 * @param title what it is called in reports
 * @param servers how many servers it runs
 * @param storage what the servers keep their state on
 * @param draws which random streams it has
 * @param body what stands above the servers, and what the test does with them
 */
public record SuiteTest(
    String id,
    String part,
    String title,
    int servers,
    StorageKind storage,
    Draws draws,
    TestBody body) {

  /**
   * Which random streams a test has.
   *
   * @param label goes into all of them beside the seed, so that tests draw apart from each other
   * @param firstSeed the seed of the first run, where nobody asks for another
   * @param seeds how many seeds it is run with from then on, where nobody asks for another number
   */
  public record Draws(String label, long firstSeed, int seeds) {}

  private static final long FIRST_SEED = 1;

  /**
   * Returns a test; its id is made of the part and a slug.
   *
   * @param body what it puts above the servers, and does
   */
  static SuiteTest of(String part, String slug, String title, int servers, TestBody body) {
    String id = part + "/" + slug;
    return new SuiteTest(
        id, part, title, servers, StorageKind.MEMORY, new Draws(id, FIRST_SEED, 1), body);
  }

  /** Returns a test of Raft below a service without snapshots. */
  static SuiteTest of(
      String part, String slug, String title, int servers, Consumer<TestContext> body) {
    return of(part, slug, title, servers, new LogBody(0, part.startsWith("3A"), body));
  }

  /** Returns the same test of Raft, below a service that takes snapshots. */
  SuiteTest withSnapshotEvery(int indexes) {
    if (!(body instanceof LogBody log)) {
      throw new IllegalStateException(id + " has a service of its own");
    }
    return new SuiteTest(
        id,
        part,
        title,
        servers,
        storage,
        draws,
        new LogBody(indexes, log.electsOnly(), log.body()));
  }

  /** Returns the same test on other storage; what is drawn in it stays the same. */
  public SuiteTest on(StorageKind other) {
    return new SuiteTest(id, part, title, servers, other, draws, body);
  }

  /** Returns whether it is a test of Raft alone. */
  public boolean isOfRaft() {
    return body.isOfRaft();
  }

  /** Returns whether the test is about its storage and makes no sense on another. */
  public boolean needsItsStorage() {
    return storage instanceof StorageKind.SimulatedDisks;
  }
}
