package io.raftbed.cluster.kv;

import io.raftbed.linearizability.Evidence;
import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Outcome;
import io.raftbed.trace.Moment;
import io.raftbed.trace.NodeName;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Why a history is not linearizable, for a failure's screen: the answer that has no place, what was
 * placed last before it, and what else could come.
 *
 * @param times when each event of the history happened, in virtual nanoseconds
 */
record ClashText<I, O>(Model<?, I, O> model, Evidence<I, O> evidence, List<Long> times) {

  private static final double NANOS_PER_SECOND = 1e9;
  private static final int PLACED = 3;
  private static final int CANDIDATES = 3;

  /** So much of each end of a long text is shown. */
  private static final int ENDS = 36;

  String message() {
    String key = evidence.partition().map(partition -> " at key " + partition).orElse("");
    return "not linearizable%s: %s has no place in any order of what clients were answered"
        .formatted(key, words(evidence.blocked()));
  }

  List<String> facts() {
    List<String> facts = new ArrayList<>();
    facts.add("no place: " + timed(evidence.blocked()));
    evidence.conflict().forEach(operation -> facts.add("clashes with: " + timed(operation)));
    if (!evidence.configurations().isEmpty()) {
      add(facts, evidence.configurations().getFirst());
    }
    return facts;
  }

  /** When the operations that clash were called and answered. */
  List<Moment> moments() {
    return Stream.concat(Stream.of(evidence.blocked()), evidence.conflict().stream())
        .flatMap(operation ->
            Stream.of(operation.call(), operation.end())
                .filter(event -> event != Operation.OPEN)
                .map(event ->
                    new Moment(NodeName.client(operation.client()), times.get(event.intValue()))))
        .toList();
  }

  private void add(List<String> facts, Evidence.Configuration<I, O> furthest) {
    facts.add("the state before it can be " + shortened(furthest.state()));
    List<Operation<I, O>> order = furthest.order();
    for (int i = order.size() - 1; i >= Math.max(0, order.size() - PLACED); i--) {
      facts.add("placed before: " + timed(order.get(i)));
    }
    furthest.candidates().stream()
        .filter(candidate -> candidate.operation().id() != evidence.blocked().id())
        .limit(CANDIDATES)
        .forEach(candidate -> facts.add("not placed yet: " + timed(candidate.operation())));
  }

  private String words(Operation<I, O> operation) {
    String asked = shortened(String.valueOf(operation.input()));
    String answered =
        operation.outcome() instanceof Outcome.Ok<O>(O output)
            ? shortened(String.valueOf(output))
            : "unanswered";
    return NodeName.of(NodeName.client(operation.client())) + " " + asked + " -> " + answered;
  }

  private String timed(Operation<I, O> operation) {
    String end = operation.end() == Operation.OPEN ? "now" : seconds(operation.end());
    return words(operation) + ", from " + seconds(operation.call()) + " to " + end;
  }

  private String seconds(long event) {
    return String.format(Locale.ROOT, "%.6f s", times.get((int) event) / NANOS_PER_SECOND);
  }

  private static String shortened(String text) {
    int length = text.length();
    return length <= 2 * ENDS + 3
        ? text
        : text.substring(0, ENDS) + "..." + text.substring(length - ENDS);
  }
}
