package io.raftbed.scenario.format;

import io.raftbed.scenario.format.Component.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.core.JsonGenerator;

/**
 * Writes the JSON Schema (draft 7, which editors know) of what {@link RecordReader} takes for a
 * record.
 */
final class JsonSchema {

  private static final String DEFINITIONS = "#/definitions/";

  private final JsonGenerator out;
  private final Map<String, Class<?>> definitions = new TreeMap<>();

  JsonSchema(JsonGenerator out) {
    this.out = out;
  }

  /** Writes the schema of a record, and of all that it is made of. */
  void write(Class<?> root) {
    define(root);
    out.writeStartObject();
    out.writeStringProperty("$schema", "http://json-schema.org/draft-07/schema#");
    out.writeStringProperty("$ref", DEFINITIONS + Words.of(root));
    out.writeObjectPropertyStart("definitions");
    definitions.forEach((word, type) -> {
      out.writeRaw('\n');
      out.writeName(word);
      if (type.isSealed()) {
        choice(type);
      } else {
        record(type);
      }
    });
    out.writeEndObject();
    out.writeEndObject();
  }

  private void define(Class<?> type) {
    if (!isDefined(type) || definitions.put(Words.of(type), type) != null) {
      return;
    }
    if (type.isSealed()) {
      Choices.of(type).forEach(this::define);
    } else {
      Component.of(type).forEach(component -> define(component.type()));
    }
  }

  private static boolean isDefined(Class<?> type) {
    return type.isSealed() || type.isRecord() && !Text.class.isAssignableFrom(type);
  }

  private void record(Class<?> type) {
    List<Component> components = Component.of(type);
    List<Runnable> forms = new ArrayList<>();
    if (Shorthand.isPossible(components)) {
      forms.add(() -> component(components.getFirst()));
    }
    components.stream()
        .filter(Component::isInline)
        .forEach(inline -> forms.add(() -> words(inline.type())));
    if (components.stream().noneMatch(Component::isRequired)) {
      forms.add(() -> type("null"));
    }
    forms.add(() -> object(components));
    out.writeStartObject();
    describe(Words.said(type));
    anyOf(forms);
    out.writeEndObject();
  }

  private void object(List<Component> components) {
    out.writeStartObject();
    out.writeStringProperty("type", "object");
    out.writeBooleanProperty("additionalProperties", false);
    out.writeObjectPropertyStart("properties");
    for (Component component : components) {
      if (component.isInline()) {
        Choices.of(component.type()).forEach(this::property);
      } else {
        out.writeName(component.word());
        describedComponent(component);
      }
    }
    out.writeEndObject();
    out.writeArrayPropertyStart("required");
    components.stream()
        .filter(c -> c.isRequired() && !c.isInline())
        .forEach(c -> out.writeString(c.word()));
    out.writeEndArray();
    components.stream().filter(Component::isInline).forEach(this::exactlyOne);
    out.writeEndObject();
  }

  private void property(Class<?> record) {
    out.writeName(Words.of(record));
    reference(record);
  }

  private void exactlyOne(Component inline) {
    out.writeArrayPropertyStart("oneOf");
    for (String word : Choices.words(inline.type())) {
      out.writeStartObject();
      out.writeArrayPropertyStart("required");
      out.writeString(word);
      out.writeEndArray();
      out.writeEndObject();
    }
    out.writeEndArray();
  }

  private void choice(Class<?> sealed) {
    out.writeStartObject();
    anyOf(
        List.of(
            () -> words(sealed),
            () -> {
              out.writeStartObject();
              out.writeStringProperty("type", "object");
              out.writeBooleanProperty("additionalProperties", false);
              out.writeNumberProperty("minProperties", 1);
              out.writeNumberProperty("maxProperties", 1);
              out.writeObjectPropertyStart("properties");
              Choices.of(sealed).forEach(this::property);
              out.writeEndObject();
              out.writeEndObject();
            }));
    out.writeEndObject();
  }

  /** The words that need nothing beside them. */
  private void words(Class<?> sealed) {
    out.writeStartObject();
    out.writeArrayPropertyStart("enum");
    Choices.of(sealed).stream()
        .filter(record -> Component.of(record).stream().noneMatch(Component::isRequired))
        .forEach(record -> out.writeString(Words.of(record)));
    out.writeEndArray();
    out.writeEndObject();
  }

  private void describedComponent(Component component) {
    out.writeStartObject();
    describe(component.says());
    out.writeArrayPropertyStart("allOf");
    component(component);
    out.writeEndArray();
    out.writeEndObject();
  }

  private void component(Component component) {
    if (component.kind() != Kind.SEVERAL) {
      value(component.type());
      return;
    }
    out.writeStartObject();
    anyOf(
        List.of(
            () -> value(component.type()),
            () -> {
              out.writeStartObject();
              out.writeStringProperty("type", "array");
              out.writeNumberProperty("minItems", component.isRequired() ? 1 : 0);
              out.writeName("items");
              value(component.type());
              out.writeEndObject();
            }));
    out.writeEndObject();
  }

  private void value(Class<?> type) {
    if (isDefined(type)) {
      reference(type);
    } else if (type.isEnum()) {
      out.writeStartObject();
      out.writeArrayPropertyStart("enum");
      ScalarReader.words(type).forEach(out::writeString);
      out.writeEndArray();
      out.writeEndObject();
    } else {
      scalar(type);
    }
  }

  private void scalar(Class<?> type) {
    if (type == String.class || Text.class.isAssignableFrom(type)) {
      out.writeStartObject();
      describe(Words.said(type));
      out.writeArrayPropertyStart("type");
      Stream.of("string", "number", "boolean").forEach(out::writeString);
      out.writeEndArray();
      out.writeEndObject();
    } else if (type == boolean.class) {
      type("boolean");
    } else {
      type(type == double.class || type == Double.class ? "number" : "integer");
    }
  }

  private void type(String name) {
    out.writeStartObject();
    out.writeStringProperty("type", name);
    out.writeEndObject();
  }

  private void reference(Class<?> type) {
    out.writeStartObject();
    out.writeStringProperty("$ref", DEFINITIONS + Words.of(type));
    out.writeEndObject();
  }

  private void describe(String text) {
    if (!text.isEmpty()) {
      out.writeStringProperty("description", text);
    }
  }

  private void anyOf(List<Runnable> forms) {
    out.writeArrayPropertyStart("anyOf");
    forms.forEach(Runnable::run);
    out.writeEndArray();
  }
}
