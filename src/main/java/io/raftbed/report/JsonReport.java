package io.raftbed.report;

import io.raftbed.trace.Fingerprint;
import io.raftbed.trace.Verdict;
import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/** Runs as a JSON array. */
public final class JsonReport extends JsonRows<ResultRow> {

  /** Starts the array. */
  public JsonReport(Writer out) {
    super(out);
  }

  @Override
  void writeFields(JsonGenerator out, ResultRow row) {
    out.writeStringProperty("test", row.test());
    out.writeStringProperty("part", row.part());
    out.writeNumberProperty("seed", row.seed());
    out.writeStringProperty("verdict", row.verdict().label());
    out.writeStringProperty("message", message(row.verdict()));
    out.writeNumberProperty("virtualNanos", row.virtualNanos());
    out.writeNumberProperty("wallMillis", row.wallMillis());
    out.writeNumberProperty("rpcs", row.counts().rpcs());
    out.writeNumberProperty("bytes", row.counts().bytes());
    out.writeNumberProperty("events", row.counts().events());
    out.writeStringProperty("fingerprint", Fingerprint.format(row.fingerprint()));
  }

  private static String message(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Pass() -> "";
      case Verdict.NotOffered(String what) -> what;
      case Verdict.Fail fail -> fail.message();
    };
  }
}
