package io.raftbed.suite;

import io.raftbed.sim.Promise;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What a server holds must not grow with the requests that were answered. It is counted twice while
 * nothing is asked, with as many requests before as between, so that what has a bound is full.
 */
final class FinishedRequests {

  private static final int CLIENTS = 3;
  private static final int ROUNDS = 100;
  private static final int REQUESTS = CLIENTS * ROUNDS * 2;
  private static final long WORK_SECONDS = 120;

  /** How long a server has to forget: longer than any of its waits should be. */
  private static final long FORGET_MILLIS = 10_000;

  /** A request that is kept takes a reference at least; some requests never reach every server. */
  private static final int MOST_GROWTH = REQUESTS / 4;

  private final KvContext context;
  private final TestContext test;
  private final List<KvCaller> clients = new ArrayList<>();

  private FinishedRequests(KvContext context) {
    this.context = context;
    this.test = context.test();
  }

  static void run(KvContext context) {
    new FinishedRequests(context).run();
  }

  private void run() {
    IntStream.range(0, CLIENTS).forEach(which -> clients.add(KvCaller.open(context, which)));
    ServiceMemory before = workAndCount();
    workAndCount()
        .limitGrowth(
            before,
            MOST_GROWTH,
            test,
            "after %d more requests, all of which were answered".formatted(REQUESTS));
  }

  private ServiceMemory workAndCount() {
    int applied = context.cluster().lastApplied();
    test.unreliable();
    List<Promise<Boolean>> working =
        clients.stream().map(client -> client.putAndGet("k" + client.node(), ROUNDS)).toList();
    working.forEach(each -> context.finish(each, "the requests of a client", WORK_SECONDS));
    test.reliable();
    test.sleep(FORGET_MILLIS);
    context.situation(context.cluster().lastApplied() >= applied + REQUESTS);
    return ServiceMemory.of(context);
  }
}
