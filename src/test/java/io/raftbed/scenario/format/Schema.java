package io.raftbed.scenario.format;

import java.io.StringWriter;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Makes the schema of a record a text. */
public final class Schema {
  private Schema() {}

  /** Returns the schema, a line for each word. */
  public static String of(Class<?> record) {
    StringWriter text = new StringWriter();
    try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
      new JsonSchema(out).write(record);
    }
    return text + "\n";
  }
}
