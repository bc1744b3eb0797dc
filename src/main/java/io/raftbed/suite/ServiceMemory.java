package io.raftbed.suite;

import io.raftbed.cluster.kv.ServiceEntries.Held;
import io.raftbed.sim.Holdings;
import io.raftbed.trace.FailureKind;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What the services of all servers hold at a moment.
 *
 * @param servers by server; empty for one that was never booted
 */
public record ServiceMemory(List<Optional<Held>> servers) {

  private static final int SHOWN_CLASSES = 4;

  public ServiceMemory {
    servers = List.copyOf(servers);
  }

  /** Returns what they hold now. */
  public static ServiceMemory of(KvContext context) {
    return new ServiceMemory(
        IntStream.range(0, context.test().servers()).mapToObj(context::held).toList());
  }

  /**
   * Fails when a server holds too much more than it did. One that was booted in between has begun
   * anew, and is not looked at.
   *
   * @param most how many references or threads more it may hold
   * @param occasion since when, or after what, in words
   */
  public void limitGrowth(ServiceMemory before, int most, TestContext test, String occasion) {
    for (int server = 0; server < servers.size(); server++) {
      Optional<Held> then = before.servers().get(server);
      Optional<Held> now = servers.get(server);
      if (then.map(Held::boot).equals(now.map(Held::boot)) && now.isPresent()) {
        Growth growth = new Growth(server, then.orElseThrow().holdings(), now.get().holdings());
        growth.limit(most, test, occasion);
      }
    }
  }

  private record Growth(int server, Holdings before, Holdings now) {

    void limit(int most, TestContext test, String occasion) {
      int threads = now.threads() - before.threads();
      test.check(
          threads <= most,
          FailureKind.LIMIT,
          "S%d runs %d more threads %s".formatted(server, threads, occasion),
          "a thread that waits for a request must end with it");
      int references = now.size() - before.size();
      test.check(
          references <= most,
          FailureKind.LIMIT,
          "the service of S%d holds %d more references %s".formatted(server, references, occasion),
          now.growthSince(before).entrySet().stream()
              .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
              .limit(SHOWN_CLASSES)
              .map(entry -> "%d more to objects of %s".formatted(entry.getValue(), entry.getKey()))
              .toArray(String[]::new));
    }
  }
}
