package io.raftbed.report;

import java.util.Collection;
import java.util.List;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;
import tools.jackson.core.JsonGenerator;

/**
 * Writes lists of records as JSON, a list of numbers for each component: short, and fast to read.
 */
final class ColumnWriter {

  private final JsonGenerator json;

  ColumnWriter(JsonGenerator json) {
    this.json = json;
  }

  /** Writes a number of each row under a name. */
  <T> ColumnWriter column(String name, Collection<T> rows, ToIntFunction<T> number) {
    json.writeName(name);
    json.writeArray(rows.stream().mapToInt(number).toArray(), 0, rows.size());
    return this;
  }

  /** Writes by how much a number of each row is more than that of the row before. */
  <T> ColumnWriter steps(String name, List<T> rows, ToLongFunction<T> number) {
    long[] numbers = rows.stream().mapToLong(number).toArray();
    for (int i = numbers.length - 1; i > 0; i--) {
      numbers[i] -= numbers[i - 1];
    }
    json.writeName(name);
    json.writeArray(numbers, 0, numbers.length);
    return this;
  }

  /** Writes texts under a name. */
  void texts(String name, Collection<String> texts) {
    json.writeArrayPropertyStart(name);
    texts.forEach(json::writeString);
    json.writeEndArray();
  }

  /** Writes an object with columns under a name. */
  void table(String name, Runnable columns) {
    json.writeRaw('\n');
    json.writeObjectPropertyStart(name);
    columns.run();
    json.writeEndObject();
  }
}
