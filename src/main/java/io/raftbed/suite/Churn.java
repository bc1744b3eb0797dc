package io.raftbed.suite;

import static io.raftbed.suite.TestContext.ELECTION_MILLIS;
import static java.nio.charset.StandardCharsets.US_ASCII;

import io.raftbed.cluster.Cluster;
import io.raftbed.lab.Started;
import io.raftbed.trace.FailureKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Clients start commands while servers are cut off, crash and come back; every command that a
 * client saw committed is in the final log.
 */
final class Churn {
  private static final int CLIENTS = 3;
  private static final int ROUNDS = 20;
  private static final long[] LOOKS_AFTER_MILLIS = {10, 20, 50, 100, 200};

  private final TestContext context;
  private final Cluster cluster;
  private final List<String> seenCommitted = new ArrayList<>();
  private boolean stopped;

  private Churn(TestContext context) {
    this.context = context;
    this.cluster = context.cluster();
  }

  static void reliable(TestContext context) {
    new Churn(context).run();
  }

  static void unreliable(TestContext context) {
    context.unreliable();
    new Churn(context).run();
  }

  private void run() {
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      int id = i;
      clients.add(cluster.spawn("client-" + i, () -> runClient(id)));
    }
    for (int round = 0; round < ROUNDS; round++) {
      injectFaults();
      context.sleep(ELECTION_MILLIS * 7 / 10);
    }
    context.sleep(ELECTION_MILLIS);
    context.reliable();
    for (int server = 0; server < context.servers(); server++) {
      bringBack(server);
    }
    stopped = true;
    Threads.join(clients);
    context.sleep(ELECTION_MILLIS);
    checkFinalLog(context.agree(context.servers()));
  }

  private void injectFaults() {
    if (happens(0.2)) {
      cluster.disconnect(anyServer());
    }
    if (happens(0.5)) {
      bringBack(anyServer());
    }
    if (happens(0.2)) {
      cluster.crash(anyServer());
    }
  }

  private boolean happens(double probability) {
    return context.faults().nextDouble() < probability;
  }

  private int anyServer() {
    return context.faults().nextInt(context.servers());
  }

  private void bringBack(int server) {
    if (!cluster.running(server)) {
      cluster.restart(server);
    }
    cluster.connect(server);
  }

  private void runClient(int id) {
    while (!stopped) {
      byte[] command = context.command();
      Optional<Started> started = startEverywhere(command);
      if (started.isPresent()) {
        lookFor(command, started.get().index());
      } else {
        context.sleep(79 + id * 17L);
      }
    }
  }

  /** Gives the command to all servers and returns the answer of the last that accepted it. */
  private Optional<Started> startEverywhere(byte[] command) {
    Optional<Started> last = Optional.empty();
    for (int server = 0; server < context.servers(); server++) {
      Optional<Started> started = cluster.start(server, command);
      last = started.isPresent() ? started : last;
    }
    return last;
  }

  private void lookFor(byte[] command, int index) {
    for (long pause : LOOKS_AFTER_MILLIS) {
      byte[] applied = cluster.appliedCommand(index);
      if (applied != null) {
        if (Arrays.equals(applied, command)) {
          seenCommitted.add(new String(command, US_ASCII));
        }
        return;
      }
      context.sleep(pause);
    }
  }

  private void checkFinalLog(int lastIndex) {
    Set<String> log = new HashSet<>();
    for (int index = 1; index <= lastIndex; index++) {
      cluster
          .waitApplied(index, context.servers(), -1)
          .ifPresent(command -> log.add(new String(command, US_ASCII)));
    }
    for (String command : seenCommitted) {
      context.check(
          log.contains(command),
          FailureKind.SAFETY,
          "a command that was committed is not in the final log",
          command + " is missing; the log ends at index " + lastIndex);
    }
    context.note(seenCommitted.size() + " commands were seen committed by their clients");
  }
}
