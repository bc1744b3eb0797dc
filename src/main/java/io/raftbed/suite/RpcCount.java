package io.raftbed.suite;

import static io.raftbed.suite.TestContext.ELECTION_MILLIS;

import io.raftbed.lab.Started;
import io.raftbed.trace.FailureKind;
import java.util.Arrays;
import java.util.Optional;

/** An election, an agreement and an idle second take few RPCs. */
final class RpcCount {
  private static final int TRIES = 5;
  private static final int COMMANDS = 10;
  private static final long PAUSE_MILLIS = 3_000;
  private static final long ELECTION_LIMIT = 30;
  private static final long AGREEMENT_LIMIT = (COMMANDS + 1 + 3) * 3;
  private static final long IDLE_LIMIT = 3 * 20;

  private final TestContext context;

  private RpcCount(TestContext context) {
    this.context = context;
  }

  static void run(TestContext context) {
    context.cluster().checkOneLeader();
    RpcCount test = new RpcCount(context);
    long election = test.dispatched();
    context.check(
        election >= 1 && election <= ELECTION_LIMIT,
        FailureKind.LIMIT,
        "an election took " + election + " RPCs",
        "1 to " + ELECTION_LIMIT + " are allowed");
    test.agreeInOneTerm();
    long before = test.dispatched();
    context.sleep(ELECTION_MILLIS);
    long idle = test.dispatched() - before;
    context.check(
        idle <= IDLE_LIMIT,
        FailureKind.LIMIT,
        "one second of idleness took " + idle + " RPCs",
        "at most " + IDLE_LIMIT + " are allowed");
  }

  private void agreeInOneTerm() {
    for (int i = 0; i < TRIES; i++) {
      if (i > 0) {
        context.sleep(PAUSE_MILLIS);
      }
      if (succeedsInOneTerm()) {
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
    int leader = context.cluster().checkOneLeader();
    long before = dispatched();
    Optional<Started> first = context.cluster().start(leader, context.command());
    if (first.isEmpty()) {
      return false;
    }
    byte[][] commands = new byte[COMMANDS + 1][];
    if (!startMore(leader, first.get(), commands)
        || !allApplied(first.get(), commands)
        || leftTerm(first.get().term())) {
      return false;
    }
    long rpcs = dispatched() - before;
    context.check(
        rpcs <= AGREEMENT_LIMIT,
        FailureKind.LIMIT,
        COMMANDS + " agreements took " + rpcs + " RPCs",
        "at most " + AGREEMENT_LIMIT + " are allowed");
    return true;
  }

  private boolean startMore(int leader, Started first, byte[][] commands) {
    for (int i = 0; i < commands.length; i++) {
      commands[i] = context.command();
      Optional<Started> started = context.cluster().start(leader, commands[i]);
      if (started.isEmpty() || started.get().term() != first.term()) {
        return false;
      }
      int expected = first.index() + 1 + i;
      context.check(
          started.get().index() == expected,
          FailureKind.SAFETY,
          "a command got the wrong index",
          "expected index " + expected + ", got " + started.get().index());
    }
    return true;
  }

  private boolean allApplied(Started first, byte[][] commands) {
    for (int i = 0; i < COMMANDS; i++) {
      int index = first.index() + 1 + i;
      Optional<byte[]> applied =
          context.cluster().waitApplied(index, context.servers(), first.term());
      if (applied.isEmpty()) {
        return false;
      }
      context.check(
          Arrays.equals(commands[i], applied.get()),
          FailureKind.SAFETY,
          "a command of a stable term is not where its leader put it",
          "the commands at index " + index + " differ");
    }
    return true;
  }

  private boolean leftTerm(int term) {
    for (int server = 0; server < context.servers(); server++) {
      if (context.term(server) != term) {
        return true;
      }
    }
    return false;
  }

  private long dispatched() {
    long sum = 0;
    for (int server = 0; server < context.servers(); server++) {
      sum += context.network().traffic().dispatched(server);
    }
    return sum;
  }
}
