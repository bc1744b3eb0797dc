package io.raftbed.report;

import io.raftbed.trace.Fingerprint;
import io.raftbed.trace.Verdict;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Runs as a JSON array, one object a line, written as they come; {@link #close} ends the array and
 * closes the writer. A writer that fails shows as a {@link tools.jackson.core.JacksonException}.
 */
public final class JsonReport implements AutoCloseable {

  private final JsonGenerator json;

  /** Starts the array. */
  public JsonReport(Writer out) {
    json = new JsonFactory().createGenerator(ObjectWriteContext.empty(), out);
    json.writeStartArray();
  }

  /** Adds one run. */
  public void add(ResultRow row) {
    json.writeRaw('\n');
    json.writeStartObject();
    json.writeStringProperty("test", row.test());
    json.writeStringProperty("part", row.part());
    json.writeNumberProperty("seed", row.seed());
    json.writeStringProperty("verdict", row.verdict().label());
    json.writeStringProperty("message", message(row.verdict()));
    json.writeNumberProperty("virtualNanos", row.virtualNanos());
    json.writeNumberProperty("wallMillis", row.wallMillis());
    json.writeNumberProperty("rpcs", row.counts().rpcs());
    json.writeNumberProperty("bytes", row.counts().bytes());
    json.writeNumberProperty("events", row.counts().events());
    json.writeStringProperty("fingerprint", Fingerprint.format(row.fingerprint()));
    json.writeEndObject();
  }

  private static String message(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass() -> "";
      case Verdict.Fail fail -> fail.message();
    };
  }

  @Override
  public void close() {
    json.writeEndArray();
    json.writeRaw('\n');
    json.close();
  }
}
