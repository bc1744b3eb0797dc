package io.raftbed.suite;

import io.raftbed.sim.Holdings;
import io.raftbed.trace.FailureKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * What the services of all servers hold at a moment.
 *
 * @param servers by server
 */
public record ServiceMemory(List<Holdings> servers) {

  private static final int SHOWN_CLASSES = 4;

  public ServiceMemory {
    servers = List.copyOf(servers);
  }

  /** Returns what they hold now. */
  public static ServiceMemory of(KvContext context) {
    return new ServiceMemory(
        IntStream.range(0, context.test().servers()).mapToObj(context::holdings).toList());
  }

  /**
   * Fails when a server holds too much more than it did.
   *
   * @param most how many references or threads more it may hold
   * @param after what came between, in words
   */
  public void limitGrowth(ServiceMemory before, int most, TestContext test, String after) {
    for (int server = 0; server < servers.size(); server++) {
      limit(server, before.servers().get(server), most, test, after);
    }
  }

  private void limit(int server, Holdings before, int most, TestContext test, String after) {
    Holdings now = servers.get(server);
    int threads = now.threads() - before.threads();
    test.check(
        threads <= most,
        FailureKind.LIMIT,
        "S%d runs %d more threads %s".formatted(server, threads, after),
        "a thread that waits for a request must end with it");
    int growth = now.size() - before.size();
    test.check(
        growth <= most,
        FailureKind.LIMIT,
        "the service of S%d holds %d more references %s".formatted(server, growth, after),
        now.growthSince(before).entrySet().stream()
            .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
            .limit(SHOWN_CLASSES)
            .map(entry -> "%d more to objects of %s".formatted(entry.getValue(), entry.getKey()))
            .toArray(String[]::new));
  }
}
