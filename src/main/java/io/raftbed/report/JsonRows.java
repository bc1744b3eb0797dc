package io.raftbed.report;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Results as a JSON array, one object a line, written as they come; {@link #close} ends the array
 * and closes the writer. A writer that fails shows as a {@link
 * tools.jackson.core.JacksonException}.
 *
 * @param <R> the results
 */
public abstract class JsonRows<R> implements AutoCloseable {

  private final JsonGenerator json;

  /** Starts the array. */
  protected JsonRows(Writer out) {
    json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out);
    json.writeStartArray();
  }

  /** Adds one result. */
  public final void add(R row) {
    json.writeRaw('\n');
    json.writeStartObject();
    writeFields(json, row);
    json.writeEndObject();
  }

  abstract void writeFields(JsonGenerator out, R row);

  @Override
  public final void close() {
    json.writeEndArray();
    json.writeRaw('\n');
    json.close();
  }
}
