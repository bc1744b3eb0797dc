package io.raftbed.suite;

import static java.nio.charset.StandardCharsets.US_ASCII;

import io.raftbed.cluster.Cluster;
import io.raftbed.lab.RaftState;
import io.raftbed.lab.Started;
import io.raftbed.trace.FailureKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Commands started in parallel on one leader are all committed, on all servers. */
final class ConcurrentStarts {
  private static final int TRIES = 5;
  private static final int PARALLEL = 5;
  private static final long PAUSE_MILLIS = 3_000;

  private final TestContext context;
  private final Cluster cluster;

  private ConcurrentStarts(TestContext context) {
    this.context = context;
    this.cluster = context.cluster();
  }

  static void run(TestContext context) {
    ConcurrentStarts test = new ConcurrentStarts(context);
    for (int i = 0; i < TRIES; i++) {
      if (i > 0) {
        context.sleep(PAUSE_MILLIS);
      }
      if (test.succeedsInOneTerm()) {
        return;
      }
    }
    context.check(
        false,
        FailureKind.LIVENESS,
        "the term changed too often",
        "in each of " + TRIES + " tries, though no fault was injected");
  }

  private boolean succeedsInOneTerm() {
    int leader = cluster.checkOneLeader();
    Optional<Started> first = cluster.start(leader, context.command());
    if (first.isEmpty()) {
      return false;
    }
    int term = first.get().term();
    List<byte[]> commands = new ArrayList<>();
    List<Optional<Started>> started = new ArrayList<>();
    startInParallel(leader, commands, started);
    if (leftTerm(term)) {
      return false;
    }
    for (int i = 0; i < commands.size(); i++) {
      Optional<Started> position = started.get(i).filter(s -> s.term() == term);
      if (position.isEmpty()) {
        return false;
      }
      Optional<byte[]> applied =
          cluster.waitApplied(position.get().index(), context.servers(), term);
      if (applied.isEmpty()) {
        return false;
      }
      checkCommand(position.get().index(), commands.get(i), applied.get());
    }
    return true;
  }

  private void startInParallel(int leader, List<byte[]> commands, List<Optional<Started>> started) {
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < PARALLEL; i++) {
      int client = i;
      byte[] command = context.command();
      commands.add(command);
      started.add(Optional.empty());
      clients.add(
          cluster.spawn("client-" + i, () -> started.set(client, cluster.start(leader, command))));
    }
    Threads.join(clients);
  }

  private boolean leftTerm(int term) {
    for (int server = 0; server < context.servers(); server++) {
      if (cluster.state(server).map(RaftState::term).orElse(term) != term) {
        return true;
      }
    }
    return false;
  }

  private void checkCommand(int index, byte[] expected, byte[] applied) {
    context.check(
        Arrays.equals(expected, applied),
        FailureKind.SAFETY,
        "a command of a stable term is not where its leader put it",
        "index " + index + " was given to " + new String(expected, US_ASCII),
        "applied there is " + new String(applied, US_ASCII));
  }
}
