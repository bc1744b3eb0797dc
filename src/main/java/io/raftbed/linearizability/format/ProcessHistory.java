package io.raftbed.linearizability.format;

import io.raftbed.linearizability.Annotation;
import io.raftbed.linearizability.EventHistory;
import io.raftbed.linearizability.History;
import io.raftbed.linearizability.HistoryException;
import io.raftbed.linearizability.Outcome;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a history from events of processes, with the words of one vocabulary. */
final class ProcessHistory<I, O> {

  private record Open<I>(int id, I input) {}

  private final Source source;
  private final Vocabulary<?, I, O> words;
  private final EventHistory<I, O> events = History.events();
  private final Map<Integer, Open<I>> open = new HashMap<>();

  private ProcessHistory(Source source, Vocabulary<?, I, O> words) {
    this.source = source;
    this.words = words;
  }

  static <S, I, O> Recorded<S, I, O> read(
      Source source, ProcessEvents events, Vocabulary<S, I, O> words) {
    return read(source, events, List.of(), words);
  }

  static <S, I, O> Recorded<S, I, O> read(
      Source source,
      ProcessEvents events,
      List<Annotation> annotations,
      Vocabulary<S, I, O> words) {
    ProcessHistory<I, O> history = new ProcessHistory<>(source, words);
    annotations.forEach(history.events::annotate);
    events.forEach(history::add);
    return new Recorded<>(words.modelName(), words.model(), history.events.build());
  }

  private void add(ProcessEvent event) {
    try {
      if (event.type() == ProcessEvent.Type.INVOKE) {
        call(event);
      } else {
        end(event);
      }
    } catch (Vocabulary.UnknownWord | HistoryException e) {
      throw source.error(event.line(), String.valueOf(e.getMessage()));
    }
  }

  private void call(ProcessEvent event) {
    Open<I> before = open.get(event.process());
    if (before != null) {
      throw source.error(
          event.line(),
          "process %d calls again before its operation has ended; expected its :ok, :fail or :info"
              .formatted(event.process()));
    }
    I input = words.input(event.f(), event.value());
    open.put(event.process(), new Open<>(events.call(event.process(), input), input));
  }

  private void end(ProcessEvent event) {
    Open<I> ended = open.remove(event.process());
    if (ended == null) {
      throw source.error(
          event.line(),
          "process %d ends an operation that it has not called; expected its :invoke first"
              .formatted(event.process()));
    }
    events.end(ended.id(), outcome(event, ended.input()));
  }

  private Outcome<O> outcome(ProcessEvent event, I input) {
    return switch (event.type()) {
      case OK -> new Outcome.Ok<>(words.output(input, event.value()));
      case FAIL -> words.failure(input, event.value());
      case INVOKE, INFO -> new Outcome.Unknown<>();
    };
  }
}
