package io.raftbed.report;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/** Checked histories as a JSON array. */
public final class CheckJson extends JsonRows<CheckRow> {

  /** Starts the array. */
  public CheckJson(Writer out) {
    super(out);
  }

  @Override
  void writeFields(JsonGenerator out, CheckRow row) {
    out.writeStringProperty("file", row.file());
    out.writeStringProperty("model", row.model());
    out.writeStringProperty("verdict", row.verdict());
    out.writeNumberProperty("operations", row.operations());
    out.writeNumberProperty("clients", row.clients());
    out.writeNumberProperty("partitions", row.partitions());
    out.writeStringProperty("procedure", row.procedure());
    out.writeNumberProperty("steps", row.steps());
    out.writeNumberProperty("millis", row.millis());
  }
}
