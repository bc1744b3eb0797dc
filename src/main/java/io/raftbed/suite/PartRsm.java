package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.sim.Promise;
import io.raftbed.trace.FailureKind;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The layer between a state machine and Raft, on a reliable network. */
final class PartRsm {

  private static final int MANY = 100;
  private static final int PARALLEL = 50;
  private static final long DOWN_MILLIS = 1_000;
  private static final long HEALED_MILLIS = 1_000;
  private static final long SHUTDOWN_MILLIS = 11_000;
  private static final int STATE_LIMIT_BYTES = 2_000;

  private static final int MAX_RAFT_STATE = 1_000;

  static final List<SuiteTest> TESTS =
      List.of(
          test("basic", "basic operation", PartRsm::basic),
          test("concurrent", "concurrent submits", PartRsm::concurrent),
          test("leader-failure", "failure of the leader", PartRsm::leaderFailure),
          test("leader-partition", "submits to a cut-off leader", PartRsm::leaderPartition),
          test("restart-replay", "replay after a restart", PartRsm::restartReplay),
          test("shutdown", "all servers stop while commands wait", PartRsm::shutdown),
          test("restart-submit", "restart while commands wait", PartRsm::restartSubmit),
          of("snapshot", "snapshots and restart", MAX_RAFT_STATE, PartRsm::snapshot));

  private PartRsm() {}

  private static SuiteTest test(String slug, String title, Consumer<RsmContext> body) {
    return of(slug, title, Integer.MAX_VALUE, body);
  }

  private static SuiteTest of(
      String slug, String title, int maxRaftState, Consumer<RsmContext> body) {
    return SuiteTest.of("rsm", slug, title, 3, new RsmBody(maxRaftState, body));
  }

  private static void basic(RsmContext context) {
    for (int i = 1; i <= 10; i++) {
      context.increment(i);
      context.checkCounters(3, i);
    }
  }

  private static void concurrent(RsmContext context) {
    context.increment(1);
    int leader = context.cluster().checkOneLeader();
    List<Promise<Optional<byte[]>>> submits =
        context.submitTo(leader, Counter.Command.INC, PARALLEL);
    context.finish(submits, "at the leader", 10_000);
    long done = submits.stream().filter(submit -> isDone(submit)).count();
    context
        .test()
        .check(
            done == PARALLEL,
            FailureKind.LIVENESS,
            "a leader that nothing disturbed did not apply what was submitted to it",
            "%d of %d submits were answered".formatted(done, PARALLEL));
    context.checkCounters(3, PARALLEL + 1);
  }

  private static boolean isDone(Promise<Optional<byte[]>> submit) {
    return submit.await().flatMap(reply -> reply).isPresent();
  }

  private static void leaderFailure(RsmContext context) {
    context.increment(1);
    int leader = context.cluster().checkOneLeader();
    context.cluster().disconnect(leader);
    context.increment(2);
    context.checkCounters(2, 2);
    context.cluster().connect(leader);
    context.checkCounters(3, 2);
  }

  private static void leaderPartition(RsmContext context) {
    Cluster cluster = context.cluster();
    context.increment(1);
    int leader = cluster.checkOneLeader();
    cluster.disconnect(leader);
    List<Promise<Optional<byte[]>>> submits = context.submitTo(leader, Counter.Command.DEC, MANY);
    context.test().sleep(10);
    context.increment(2);
    cluster.connect(leader);
    context.finish(submits, "at the leader that was cut off", HEALED_MILLIS);
    context
        .test()
        .check(
            submits.stream().noneMatch(PartRsm::isDone),
            FailureKind.SAFETY,
            "a submit at a leader that was cut off was answered as done",
            "no majority had heard of its command");
    context.checkCounters(3, 2);
    context.checkDecrements();
  }

  private static void restartReplay(RsmContext context) {
    increment(context, MANY);
    restart(context);
    context.increment(MANY + 1);
    context.checkCounters(3, MANY + 1);
  }

  private static void shutdown(RsmContext context) {
    crashWhileNullsWait(context);
    context.bringBackAll();
    context.increment(2);
  }

  private static void restartSubmit(RsmContext context) {
    increment(context, MANY - 1);
    crashWhileNullsWait(context);
    context.test().sleep(DOWN_MILLIS);
    context.bringBackAll();
    context.increment(MANY + 1);
    context.checkCounters(3, MANY + 1);
  }

  /** Begins with an Inc, so that there is a leader. */
  private static void crashWhileNullsWait(RsmContext context) {
    context.submit(Counter.Command.INC);
    int leader = context.cluster().checkOneLeader();
    List<Promise<Optional<byte[]>>> submits = context.submitTo(leader, Counter.Command.NULL, MANY);
    context.test().sleep(20);
    context.crashAll();
    context.finish(submits, "before all servers stopped", SHUTDOWN_MILLIS);
  }

  private static void snapshot(RsmContext context) {
    increment(context, MANY);
    checkSize(context);
    restart(context);
    context.increment(MANY + 1);
    context.checkCounters(3, MANY + 1);
    checkSize(context);
  }

  private static void checkSize(RsmContext context) {
    int size = context.cluster().raftStateSize();
    context
        .test()
        .check(
            size <= STATE_LIMIT_BYTES,
            FailureKind.LIMIT,
            "the persisted Raft state is too large: snapshots do not shorten the log",
            "it has %d bytes; %d are allowed".formatted(size, STATE_LIMIT_BYTES));
  }

  private static void increment(RsmContext context, int times) {
    for (int i = 1; i <= times; i++) {
      context.increment(i);
    }
    context.checkCounters(3, times);
  }

  private static void restart(RsmContext context) {
    context.crashAll();
    context.test().sleep(DOWN_MILLIS);
    context.bringBackAll();
  }
}
