package io.raftbed.linearizability.format;

import io.raftbed.linearizability.Annotation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.core.JsonToken;

/**
 * Raftbed's own format: an object with the model, its state at first, and either operations with
 * times or events in order; annotations too.
 */
final class JsonHistory {

  private static final String OPERATIONS = "operations";
  private static final String EVENTS = "events";

  private final Source source;
  private final List<Annotation> annotations = new ArrayList<>();
  private Optional<ModelName> model = Optional.empty();
  private Object initial = Nil.MISSING;
  private int initialLine = 1;
  private boolean hasOperations;
  private boolean hasEvents;

  private JsonHistory(Source source) {
    this.source = source;
  }

  /** Goes through the text twice: how operations are to be read may stand behind them. */
  static Recorded<?, ?, ?> read(Source source, Optional<ModelName> forced) {
    JsonHistory history = new JsonHistory(source);
    history.forEachField(history::field);
    return history.recorded(forced);
  }

  private void forEachField(Consumer<JsonReader> field) {
    try (JsonReader json = new JsonReader(source)) {
      json.expect(JsonToken.START_OBJECT, "an object with \"model\" and \"operations\"");
      while (json.next() != JsonToken.END_OBJECT) {
        field.accept(json);
      }
      json.expectEnd();
    }
  }

  private void field(JsonReader json) {
    int line = json.line();
    switch (json.name()) {
      case "model" -> model = Optional.of(model(line, json.read()));
      case "initial" -> {
        initialLine = line;
        initial = json.read();
      }
      case OPERATIONS -> hasOperations = json.skipList("a list of objects") > 0;
      case EVENTS -> hasEvents = json.skipList("a list of objects") > 0;
      case "annotations" -> annotations(json);
      default ->
          throw source.error(
              line,
              "expected the fields model, initial, operations or events, annotations, found "
                  + json.name());
    }
  }

  private ModelName model(int line, Object label) {
    return ModelName.of(label.toString())
        .orElseThrow(() ->
            source.error(
                line, "expected one of " + ModelName.labels() + " as model, found " + label));
  }

  /** Goes through the objects of one list. */
  private void forEach(String list, Consumer<JsonFields> sink) {
    forEachField(json -> {
      if (json.name().equals(list)) {
        objects(json, sink);
      } else {
        json.skip();
      }
    });
  }

  private void objects(JsonReader json, Consumer<JsonFields> sink) {
    json.expect(JsonToken.START_ARRAY, "a list of objects");
    for (JsonToken token = json.next(); token != JsonToken.END_ARRAY; token = json.next()) {
      int line = json.line();
      sink.accept(new JsonFields(source, line, fields(line, json.value(token))));
    }
  }

  private Map<String, Object> fields(int line, Object value) {
    if (!(value instanceof Map<?, ?> object)) {
      throw source.error(line, "expected an object, found " + value);
    }
    @SuppressWarnings("unchecked") // The reader makes no other maps.
    Map<String, Object> fields = (Map<String, Object>) object;
    return fields;
  }

  private void annotations(JsonReader json) {
    objects(json, it -> annotations.add(annotation(it)));
  }

  private static Annotation annotation(JsonFields it) {
    it.only("lane", "start", "end", "label", "details");
    long start = it.number("start");
    long end = it.has("end") ? it.number("end") : start;
    if (end < start) {
      throw it.error("expected an end from " + start + " on, found " + end);
    }
    String details = it.has("details") ? it.text("details") : "";
    return new Annotation(it.value("lane").toString(), start, end, it.text("label"), details);
  }

  private Recorded<?, ?, ?> recorded(Optional<ModelName> forced) {
    if (hasOperations == hasEvents) {
      throw source.error(
          1, "expected either \"operations\" or \"events\", with at least one in it");
    }
    ModelName name =
        forced
            .or(() -> model)
            .orElseThrow(() ->
                source.error(1, "expected the field \"model\"; or name the model with --model"));
    Vocabulary<?, ?, ?> words = words(name);
    return hasOperations
        ? JsonOperations.read(source, sink -> forEach(OPERATIONS, sink), annotations, words)
        : ProcessHistory.read(
            source, sink -> forEach(EVENTS, it -> sink.accept(event(it))), annotations, words);
  }

  private Vocabulary<?, ?, ?> words(ModelName name) {
    try {
      return Dialect.PLAIN.words(name, initial);
    } catch (Vocabulary.UnknownWord e) {
      throw source.error(initialLine, String.valueOf(e.getMessage()));
    }
  }

  private static ProcessEvent event(JsonFields it) {
    it.only("client", "type", "f", "key", "value");
    ProcessEvent.Type type = JepsenLog.type(it.source(), it.line(), it.text("type"));
    boolean isCall = type == ProcessEvent.Type.INVOKE;
    return new ProcessEvent(
        it.line(),
        it.client(),
        type,
        isCall ? it.text("f") : "",
        isCall ? it.argument() : it.value("value"));
  }
}
