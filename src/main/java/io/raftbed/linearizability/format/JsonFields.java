package io.raftbed.linearizability.format;

import java.util.List;
import java.util.Map;

/**
 * An object of a JSON history.
 *
 * @param line where it begins, from 1
 */
record JsonFields(Source source, int line, Map<String, Object> fields) {

  /** Makes sure that there are no fields but these: a misspelt one would be passed over. */
  JsonFields only(String... names) {
    List<String> known = List.of(names);
    for (String name : fields.keySet()) {
      if (!known.contains(name)) {
        throw error("expected the fields " + String.join(", ", known) + ", found " + name);
      }
    }
    return this;
  }

  /** Returns a field as it stands, or {@link Nil#MISSING}. */
  Object value(String name) {
    return fields.getOrDefault(name, Nil.MISSING);
  }

  boolean has(String name) {
    return fields.containsKey(name);
  }

  /** Returns a field that must be a text. */
  String text(String name) {
    if (value(name) instanceof String text) {
      return text;
    }
    throw error("expected a text as field \"" + name + "\", found " + value(name));
  }

  /** Returns a field that must be a whole number. */
  long number(String name) {
    if (value(name) instanceof Long number) {
      return number;
    }
    throw error("expected a whole number as field \"" + name + "\", found " + value(name));
  }

  /** Returns the number of a client. */
  int client() {
    long client = number("client");
    if (client < 0 || client > Integer.MAX_VALUE) {
      throw error("expected a client from 0 to 2147483647, found " + client);
    }
    return (int) client;
  }

  /** Returns what a call asks about: its value, with the key before it where there is one. */
  Object argument() {
    return has("key") ? List.of(value("key"), value("value")) : value("value");
  }

  FormatException error(String problem) {
    return source.error(line, problem);
  }
}
