package io.raftbed.scenario;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.net.MessageInFlight;
import io.raftbed.suite.TestContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * Tells which messages a step means.
 *
 * @param callers the clients of the run, if there is a service
 */
record MessageFilter(TestContext test, Cast cast, Optional<Callers> callers) {

  /** Returns what tells, with the servers that are named now; it lets so many through at most. */
  Predicate<MessageInFlight> of(Messages messages) {
    List<Integer> from = nodes(messages.from());
    List<Integer> to = nodes(messages.to());
    int applied = test.cluster().lastApplied();
    int[] left = {messages.most().orElse(Integer.MAX_VALUE)};
    return message ->
        left[0] > 0
            && messages.type().map(type -> isA(message.body(), type)).orElse(true)
            && messages.half().map(half -> half == halfOf(message)).orElse(true)
            && (from.isEmpty() || from.contains(message.from()))
            && (to.isEmpty() || to.contains(message.to()))
            && (!messages.entries() || hasEntries(message.body()))
            && (!messages.commits() || commits(message.body(), applied))
            && left[0]-- > 0;
  }

  private static boolean isA(Record body, String type) {
    String name = body.getClass().getSimpleName();
    return name.equals(type) || name.equals(type + "Args") || name.equals(type + "Reply");
  }

  private static Messages.Half halfOf(MessageInFlight message) {
    return switch (message.kind()) {
      case REQUEST -> Messages.Half.REQUESTS;
      case REPLY -> Messages.Half.REPLIES;
    };
  }

  private static boolean hasEntries(Record body) {
    return body instanceof AppendEntriesArgs args && !args.entries().isEmpty();
  }

  private static boolean commits(Record body, int applied) {
    return body instanceof AppendEntriesArgs args && args.leaderCommit() > applied;
  }

  private List<Integer> nodes(List<Target> targets) {
    List<Integer> nodes = new ArrayList<>();
    for (Target target : targets) {
      callers
          .flatMap(clients -> clients.node(target.name()))
          .ifPresentOrElse(nodes::add, () -> nodes.addAll(cast.all(List.of(target))));
    }
    return nodes;
  }
}
