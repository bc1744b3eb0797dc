package io.raftbed.suite;

import io.raftbed.sim.Holdings;
import io.raftbed.sim.Promise;
import io.raftbed.trace.FailureKind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
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

  private static final int SHOWN_CLASSES = 4;

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
    List<Holdings> before = workAndCount();
    List<Holdings> after = workAndCount();
    for (int server = 0; server < test.servers(); server++) {
      check(server, before.get(server), after.get(server));
    }
  }

  private List<Holdings> workAndCount() {
    int applied = context.cluster().lastApplied();
    test.unreliable();
    List<Promise<Boolean>> working =
        clients.stream().map(client -> client.putAndGet("k" + client.node(), ROUNDS)).toList();
    working.forEach(each -> context.finish(each, "the requests of a client", WORK_SECONDS));
    test.reliable();
    test.sleep(FORGET_MILLIS);
    context.situation(context.cluster().lastApplied() >= applied + REQUESTS);
    return IntStream.range(0, test.servers()).mapToObj(context::holdings).toList();
  }

  private void check(int server, Holdings before, Holdings after) {
    int threads = after.threads() - before.threads();
    test.check(
        threads <= MOST_GROWTH,
        FailureKind.LIMIT,
        "S%d runs %d more threads after %d more requests, all of which were answered"
            .formatted(server, threads, REQUESTS),
        "a thread that waits for a request must end with it");
    int growth = after.size() - before.size();
    test.check(
        growth <= MOST_GROWTH,
        FailureKind.LIMIT,
        "the service of S%d holds %d more references after %d more requests, all of which were answered"
            .formatted(server, growth, REQUESTS),
        after.growthSince(before).entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(SHOWN_CLASSES)
            .map(entry -> "%d more to objects of %s".formatted(entry.getValue(), entry.getKey()))
            .toArray(String[]::new));
  }
}
