package io.raftbed.report;

import java.io.Writer;
import tools.jackson.core.JsonGenerator;

/** Checked histories as a JSON array; a file that could not be checked has no verdict. */
public final class CheckJson extends JsonRows<CheckEntry> {

  /** Starts the array. */
  public CheckJson(Writer out) {
    super(out);
  }

  @Override
  void writeFields(JsonGenerator out, CheckEntry entry) {
    out.writeStringProperty("file", entry.file());
    switch (entry) {
      case CheckRow row -> writeResult(out, row);
      case RefusedRow row -> out.writeStringProperty("error", row.error());
    }
  }

  private static void writeResult(JsonGenerator out, CheckRow row) {
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
