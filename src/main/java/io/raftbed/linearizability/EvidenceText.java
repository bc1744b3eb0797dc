package io.raftbed.linearizability;

import java.util.ArrayList;
import java.util.List;

/**
 * Evidence in words: what has no place, in which beginning of the history, how far one can get and
 * why no further.
 */
final class EvidenceText<I, O> {

  /** How many operations at the end of an order are named. */
  private static final int NAMED = 6;

  private final Model<?, I, O> model;
  private final Evidence<I, O> evidence;
  private final List<String> lines = new ArrayList<>();

  private EvidenceText(Model<?, I, O> model, Evidence<I, O> evidence) {
    this.model = model;
    this.evidence = evidence;
  }

  /** Returns the lines of the text. */
  static <I, O> List<String> lines(Model<?, I, O> model, Evidence<I, O> evidence) {
    EvidenceText<I, O> text = new EvidenceText<>(model, evidence);
    text.write();
    return text.lines;
  }

  private void write() {
    String where = evidence.partition().map(key -> "partition " + key + ": ").orElse("");
    lines.add(where + "not linearizable");
    lines.add(evidence.cause());
    evidence.conflict().forEach(operation -> lines.add("  " + words(operation)));
    lines.add("");
    Operation<I, O> blocked = evidence.blocked();
    lines.add(
        "%s: %s, up to the return at %d of"
            .formatted(
                evidence.isShortest() ? "shortest failing prefix" : "failing prefix",
                count(evidence.prefix().operations()),
                blocked.end()));
    lines.add("  " + words(blocked));
    int number = 1;
    for (Evidence.Configuration<I, O> configuration : evidence.configurations()) {
      write(number++, configuration);
    }
    writePartial();
  }

  private void write(int number, Evidence.Configuration<I, O> configuration) {
    lines.add("");
    lines.add(
        "before that, order %d of %d: %s placed; the state is %s"
            .formatted(
                number,
                evidence.configurations().size(),
                count(configuration.order()),
                configuration.state()));
    tail(configuration.order()).forEach(operation -> lines.add("  " + words(operation)));
    lines.add("next can be");
    for (Evidence.Candidate<I, O> candidate : configuration.candidates()) {
      lines.add(
          "%s %s: %s"
              .formatted(
                  candidate.isPossible() ? "  " : "x ",
                  words(candidate.operation()),
                  candidate.reason()));
    }
  }

  private void writePartial() {
    if (evidence.partials().isEmpty()) {
      return;
    }
    List<Operation<I, O>> longest = evidence.partials().getFirst();
    lines.add("");
    lines.add(
        "longest partial linearization: %s of %d; it ends with"
            .formatted(count(longest), evidence.prefix().operations().size()));
    tail(longest).forEach(operation -> lines.add("  " + words(operation)));
  }

  private static <T> List<T> tail(List<T> order) {
    return order.subList(Math.max(0, order.size() - NAMED), order.size());
  }

  private static String count(List<?> operations) {
    return operations.size() == 1 ? "1 operation" : operations.size() + " operations";
  }

  private String words(Operation<I, O> operation) {
    String end = operation.end() == Operation.OPEN ? "open" : "to " + operation.end();
    return "%d  client %d  %s  (from %d %s)"
        .formatted(
            operation.id(),
            operation.client(),
            model.describe(operation.input(), operation.outcome()),
            operation.call(),
            end);
  }
}
