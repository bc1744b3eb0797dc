package io.raftbed.linearizability.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON piece by piece, into the same values as EDN: numbers that are no integers stay text.
 */
final class JsonReader implements AutoCloseable {

  private final Source source;
  private final JsonParser parser;

  JsonReader(Source source) {
    this.source = source;
    JsonFactory factory =
        JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
    parser = factory.createParser(ObjectReadContext.empty(), source.text());
  }

  /** Returns the line of what was read last, from 1. */
  int line() {
    return parser.currentTokenLocation().getLineNr();
  }

  /** Goes on to the next token; fails at the end of the text. */
  JsonToken next() {
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        throw source.error(
            parser.currentLocation().getLineNr(), "expected more, found the end of the text");
      }
      return token;
    } catch (JacksonException e) {
      int line = e.getLocation() == null ? line() : e.getLocation().getLineNr();
      throw source.error(line, "expected JSON: " + e.getOriginalMessage().replaceAll("\\R.*", ""));
    }
  }

  /** Goes on to the next token, which must be a certain one. */
  void expect(JsonToken expected, String words) {
    if (next() != expected) {
      throw source.error(line(), "expected " + words + ", found " + parser.getString());
    }
  }

  /** Returns the name of the field that was read last. */
  String name() {
    return parser.currentName();
  }

  /** Makes sure that the text ends here. */
  void expectEnd() {
    try {
      if (parser.nextToken() != null) {
        throw source.error(line(), "expected nothing after the end of the history");
      }
    } catch (JacksonException _) {
      throw source.error(line(), "expected nothing after the end of the history");
    }
  }

  /** Passes over the next value. */
  void skip() {
    skip(next());
  }

  /** Passes over the next value, which must be a list; returns how many items it has. */
  long skipList(String words) {
    expect(JsonToken.START_ARRAY, words);
    long items = 0;
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      skip(token);
      items++;
    }
    return items;
  }

  /** Passes over the rest of a value that began with a token. */
  private void skip(JsonToken first) {
    int depth = 0;
    for (JsonToken token = first; ; token = next()) {
      depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
      if (depth == 0) {
        return;
      }
    }
  }

  /** Reads the next value, whole. */
  Object read() {
    return value(next());
  }

  /** Reads the rest of a value that began with a token. */
  Object value(JsonToken token) {
    return switch (token) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      case VALUE_NUMBER_INT -> integer();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      case VALUE_NULL -> Nil.NIL;
      default -> parser.getString();
    };
  }

  private Object integer() {
    try {
      return Long.valueOf(parser.getString());
    } catch (NumberFormatException _) {
      return parser.getString();
    }
  }

  private Map<String, Object> object() {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (next() != JsonToken.END_OBJECT) {
      String name = name();
      fields.put(name, read());
    }
    return fields;
  }

  private List<Object> array() {
    List<Object> items = new ArrayList<>();
    for (JsonToken token = next(); token != JsonToken.END_ARRAY; token = next()) {
      items.add(value(token));
    }
    return items;
  }

  @Override
  public void close() {
    parser.close();
  }
}
