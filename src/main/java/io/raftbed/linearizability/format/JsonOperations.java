package io.raftbed.linearizability.format;

import io.raftbed.linearizability.Annotation;
import io.raftbed.linearizability.History;
import io.raftbed.linearizability.HistoryException;
import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.TimedHistory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Makes a history from operations with times. */
final class JsonOperations {

  private JsonOperations() {}

  static <S, I, O> Recorded<S, I, O> read(
      Source source,
      Consumer<Consumer<JsonFields>> operations,
      List<Annotation> annotations,
      Vocabulary<S, I, O> words) {
    TimedHistory<I, O> history = History.timed();
    List<Integer> lines = new ArrayList<>();
    try {
      operations.accept(it -> {
        lines.add(it.line());
        add(it, words, history);
      });
      annotations.forEach(history::annotate);
      return new Recorded<>(words.modelName(), words.model(), history.build());
    } catch (HistoryException e) {
      throw source.error(lines.get((int) e.position()), String.valueOf(e.getMessage()));
    }
  }

  private static <I, O> void add(
      JsonFields it, Vocabulary<?, I, O> words, TimedHistory<I, O> history) {
    it.only("client", "f", "key", "value", "outcome", "output", "call", "end");
    long end = it.has("end") ? it.number("end") : Operation.OPEN;
    try {
      I input = words.input(it.text("f"), it.argument());
      history.add(it.client(), input, outcome(it, words, input), it.number("call"), end);
    } catch (Vocabulary.UnknownWord e) {
      throw it.error(String.valueOf(e.getMessage()));
    }
  }

  private static <I, O> Outcome<O> outcome(JsonFields it, Vocabulary<?, I, O> words, I input) {
    String outcome = it.has("outcome") ? it.text("outcome") : it.has("end") ? "ok" : "unknown";
    return switch (outcome) {
      case "ok" -> new Outcome.Ok<>(words.output(input, it.value("output")));
      case "failed" -> new Outcome.Failed<>();
      case "unknown" -> new Outcome.Unknown<>();
      default ->
          throw it.error("expected the outcome ok, failed or unknown, found '" + outcome + "'");
    };
  }
}
