package io.raftbed.scenario;

import io.raftbed.sim.Promise;
import io.raftbed.suite.KvCaller;
import io.raftbed.suite.TestContext;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Function;

/** A client of a script: what it is told to do, it does one after the other. */
final class Caller {

  private final TestContext test;
  private final KvCaller clerk;
  private final Deque<Function<KvCaller, Promise<?>>> waiting = new ArrayDeque<>();
  private boolean works;

  Caller(TestContext test, KvCaller clerk) {
    this.test = test;
    this.clerk = clerk;
  }

  int node() {
    return clerk.node();
  }

  boolean isDone() {
    return !works;
  }

  /** Lets the client do something when it has done all that it was told before. */
  void begin(Function<KvCaller, Promise<?>> operation) {
    waiting.addLast(operation);
    if (!works) {
      works = true;
      test.cluster().spawn("client", this::work);
    }
  }

  private void work() {
    while (!waiting.isEmpty()) {
      waiting.removeFirst().apply(clerk).await();
    }
    works = false;
  }
}
