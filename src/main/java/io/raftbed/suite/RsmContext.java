package io.raftbed.suite;

import io.raftbed.cluster.Cluster;
import io.raftbed.cluster.kv.RsmProgram;
import io.raftbed.sim.Promise;
import io.raftbed.trace.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** What the body of a test of the layer over Raft drives its run with. */
final class RsmContext {

  private static final long SUBMIT_MILLIS = 10_000;
  private static final long EQUAL_MILLIS = 5_000;
  private static final long NUDGE_MILLIS = 500;
  private static final long RETRY_MILLIS = 50;

  /** A server that does not lead refuses a command without waiting for anybody. */
  private static final long AT_ONCE_NANOS = 50_000;

  private final TestContext test;
  private final RsmProgram program;
  private final List<Counter> counters;

  /** How many commands were submitted again that may have been applied all the same. */
  private int unsure;

  RsmContext(TestContext test, RsmProgram program, List<Counter> counters) {
    this.test = test;
    this.program = program;
    this.counters = counters;
  }

  TestContext test() {
    return test;
  }

  Cluster cluster() {
    return test.cluster();
  }

  /** Submits a command to one server, on a thread of it. */
  Promise<Optional<byte[]>> submitTo(int server, Counter.Command command) {
    return program.submit(server, command.bytes());
  }

  /** Submits the same command many times at once. */
  List<Promise<Optional<byte[]>>> submitTo(int server, Counter.Command command, int times) {
    List<Promise<Optional<byte[]>>> submits = new ArrayList<>();
    for (int i = 0; i < times; i++) {
      submits.add(submitTo(server, command));
    }
    return submits;
  }

  /**
   * Submits an Inc to the connected servers in turn until one has applied it; fails unless its
   * counter has a value then, or a higher one for each Inc that a server took and did not answer.
   */
  void increment(int expected) {
    int reply = submit(Counter.Command.INC);
    test.check(
        isBetween(reply, expected),
        FailureKind.SAFETY,
        "Inc replied " + reply + ", not " + expected,
        "so many Incs were submitted, and " + unsure + " of them twice");
  }

  private boolean isBetween(int value, int expected) {
    return value >= expected && value <= expected + unsure;
  }

  /**
   * Submits a command to the connected servers in turn until one has applied it, and returns the
   * value of its counter then.
   */
  int submit(Counter.Command command) {
    long end = test.now() + TimeUnit.MILLISECONDS.toNanos(SUBMIT_MILLIS);
    while (true) {
      for (int server = 0; server < test.servers(); server++) {
        if (cluster().connected(server)) {
          long start = test.now();
          Promise<Optional<byte[]>> submit = submitTo(server, command);
          Optional<byte[]> reply = submit.await(Math.max(0, end - start)).flatMap(found -> found);
          if (reply.isPresent()) {
            return Counter.valueOf(reply.get());
          }
          unsure += test.now() - start > AT_ONCE_NANOS ? 1 : 0;
        }
      }
      if (test.now() >= end) {
        cluster().tooLate("no server applied a command that was submitted to all, for 10 s");
      }
      test.sleep(RETRY_MILLIS);
    }
  }

  /** Waits for submits to return; fails when they have not in time. */
  void finish(List<? extends Promise<?>> submits, String which, long millis) {
    long end = test.now() + TimeUnit.MILLISECONDS.toNanos(millis);
    for (Promise<?> submit : submits) {
      submit.await(Math.max(0, end - test.now()));
    }
    long waiting = submits.stream().filter(submit -> !submit.done()).count();
    if (waiting > 0) {
      cluster()
          .tooLate(
              "%d of %d submits %s have not returned within %d ms"
                  .formatted(waiting, submits.size(), which, millis),
              "a submit must return as soon as leadership or term have moved");
    }
  }

  /** Fails unless so many counters come to have a value, and no other has gone beyond it. */
  void checkCounters(int servers, int value) {
    boolean equal = areEqualWithin(NUDGE_MILLIS, servers, value);
    // What an earlier leader had committed, a later one commits with a command of its own term only
    // (Raft paper, section 5.4.2).
    for (long waited = NUDGE_MILLIS; !equal && waited < EQUAL_MILLIS; waited += NUDGE_MILLIS) {
      for (int server = 0; server < test.servers(); server++) {
        if (cluster().connected(server)) {
          submitTo(server, Counter.Command.NULL);
        }
      }
      equal = areEqualWithin(NUDGE_MILLIS, servers, value);
    }
    List<Integer> values = counters.stream().map(Counter::value).toList();
    if (!equal) {
      cluster()
          .tooLate(
              "the counters of %d servers are not all %d after 5 s".formatted(servers, value),
              "the counters of all servers, from S0 on: " + values);
    }
    test.check(
        values.stream().allMatch(each -> each <= value + unsure),
        FailureKind.SAFETY,
        "a counter is beyond " + value + ", the number of commands that were submitted",
        "the counters of all servers, from S0 on: " + values);
  }

  private boolean areEqualWithin(long millis, int servers, int value) {
    return test.await(
        millis,
        () ->
            IntStream.rangeClosed(value, value + unsure)
                .anyMatch(each ->
                    counters.stream().filter(counter -> counter.value() == each).count()
                        >= servers));
  }

  /** Fails when a command was executed that no majority can have seen. */
  void checkDecrements() {
    for (int server = 0; server < counters.size(); server++) {
      int decrements = counters.get(server).decrements();
      test.check(
          decrements == 0,
          FailureKind.SAFETY,
          "S" + server + " executed what was submitted to a leader that was cut off",
          "it executed Dec " + decrements + " times; entries of another leader are in their place");
    }
  }

  void crashAll() {
    for (int server = 0; server < test.servers(); server++) {
      cluster().crash(server);
    }
  }

  void bringBackAll() {
    for (int server = 0; server < test.servers(); server++) {
      test.bringBack(server);
    }
  }
}
