package io.raftbed.report;

import io.raftbed.linearizability.Annotation;
import io.raftbed.linearizability.Evidence;
import io.raftbed.linearizability.History;
import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Outcome;
import io.raftbed.linearizability.Verdict;
import java.io.Writer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A checked history as the JSON that its page reads. Operations are named by their index in the
 * list; times by their rank among all times that occur, which keeps the text short and times exact
 * beyond what a browser's numbers hold.
 */
final class HistoryData<I, O> {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .characterEscapes(new ScriptEscapes())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .build();

  private final JsonGenerator json;
  private final Model<?, I, O> model;
  private final History<I, O> history;
  private final long[] times;
  private final Map<Integer, Integer> indexById = new HashMap<>();
  private final Map<Optional<?>, Integer> partitions = new LinkedHashMap<>();

  private HistoryData(JsonGenerator json, Model<?, I, O> model, History<I, O> history) {
    this.json = json;
    this.model = model;
    this.history = history;
    times = times(history);
    for (Operation<I, O> operation : history.operations()) {
      indexById.put(operation.id(), indexById.size());
      partitions.putIfAbsent(model.partition(operation.input()), partitions.size());
    }
  }

  /** Writes it; nothing in it can end the script element that it stands in. */
  static <I, O> void write(
      Writer out, Model<?, I, O> model, History<I, O> history, Verdict<I, O> verdict) {
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      new HistoryData<>(json, model, history).write(verdict);
    }
  }

  private static long[] times(History<?, ?> history) {
    LongStream operations =
        history.operations().stream()
            .flatMapToLong(operation -> LongStream.of(operation.call(), operation.end()))
            .filter(time -> time != Operation.OPEN);
    LongStream notes =
        history.annotations().stream()
            .flatMapToLong(note -> LongStream.of(note.start(), note.end()));
    return LongStream.concat(operations, notes).sorted().distinct().toArray();
  }

  private void write(Verdict<I, O> verdict) {
    json.writeStartObject();
    long origin = times.length == 0 ? 0 : times[0];
    json.writeStringProperty("origin", Long.toString(origin));
    json.writeName("times");
    long[] offsets = Arrays.stream(times).map(time -> time - origin).toArray();
    json.writeArray(offsets, 0, offsets.length);
    json.writeArrayPropertyStart("partitions");
    partitions.keySet().forEach(key -> json.writeString(key.map(String::valueOf).orElse("")));
    json.writeEndArray();
    json.writeArrayPropertyStart("operations");
    history.operations().forEach(this::write);
    json.writeEndArray();
    json.writeArrayPropertyStart("notes");
    history.annotations().forEach(this::write);
    json.writeEndArray();
    new OrderData<>(json, model, indexById).write(verdict);
    if (verdict instanceof Verdict.NotLinearizable<I, O>(Evidence<I, O> evidence)) {
      write(evidence);
    }
    json.writeEndObject();
  }

  private void write(Operation<I, O> operation) {
    json.writeRaw('\n');
    json.writeStartArray();
    json.writeNumber(operation.id());
    json.writeNumber(operation.client());
    json.writeNumber(rank(operation.call()));
    json.writeNumber(operation.end() == Operation.OPEN ? -1 : rank(operation.end()));
    json.writeNumber(kind(operation.outcome()));
    json.writeNumber(partitions.getOrDefault(model.partition(operation.input()), 0));
    json.writeString(Abridged.of(model.describe(operation.input(), operation.outcome())));
    json.writeEndArray();
  }

  private static int kind(Outcome<?> outcome) {
    return switch (outcome) {
      case Outcome.Ok<?> _ -> 0;
      case Outcome.Failed<?> _ -> 1;
      case Outcome.Unknown<?> _ -> 2;
    };
  }

  private int rank(long time) {
    return Arrays.binarySearch(times, time);
  }

  private void write(Annotation note) {
    json.writeStartObject();
    json.writeStringProperty("lane", note.lane());
    json.writeNumberProperty("call", rank(note.start()));
    json.writeNumberProperty("end", rank(note.end()));
    json.writeStringProperty("label", note.label());
    json.writeStringProperty("details", note.details());
    json.writeEndObject();
  }

  private void write(Evidence<I, O> evidence) {
    json.writeObjectPropertyStart("evidence");
    json.writeNumberProperty("partition", partitions.getOrDefault(evidence.partition(), -1));
    json.writeStringProperty("cause", Abridged.of(evidence.cause()));
    json.writeNumberProperty("blocked", index(evidence.blocked()));
    json.writeNumberProperty("prefix", evidence.prefix().operations().size());
    json.writeName("conflict");
    List<Operation<I, O>> conflict = evidence.conflict();
    json.writeArray(conflict.stream().mapToInt(this::index).toArray(), 0, conflict.size());
    json.writeEndObject();
  }

  private int index(Operation<I, O> operation) {
    return indexById.getOrDefault(operation.id(), -1);
  }
}
