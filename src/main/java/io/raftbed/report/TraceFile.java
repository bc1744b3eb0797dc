package io.raftbed.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A run in a file of JSON lines: on the first one an object that says what decides the run and how
 * it ended, on each further one an event, as an array of its time in virtual nanoseconds, its node,
 * its kind and its detail.
 */
public final class TraceFile {

  /** What the first line calls the format. */
  private static final String FORMAT = "raftbed-trace-1";

  private static final JsonFactory JSON = new JsonFactory();

  private TraceFile() {}

  /** Writes a run; closes nothing. */
  public static void write(SavedRun run, Writer out) {
    JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out);
    json.writeStartObject();
    json.writeStringProperty("format", FORMAT);
    json.writeStringProperty("test", run.test());
    json.writeStringProperty("seed", Long.toString(run.seed()));
    json.writeStringProperty("schedule", run.schedule());
    run.server().forEach(json::writeStringProperty);
    json.writeStringProperty("verdict", run.verdict());
    json.writeStringProperty("fingerprint", run.fingerprint());
    json.writeEndObject();
    for (SavedEvent event : run.events()) {
      json.writeRaw('\n');
      json.writeStartArray();
      json.writeNumber(event.virtualNanos());
      json.writeString(event.node());
      json.writeString(event.kind());
      json.writeString(event.detail());
      json.writeEndArray();
    }
    json.writeRaw('\n');
    json.flush();
  }

  /**
   * Reads a run.
   *
   * @throws IllegalArgumentException when the file is none of these; the message names the line
   */
  public static SavedRun read(Path file) throws IOException {
    try (BufferedReader lines = Files.newBufferedReader(file, UTF_8)) {
      Map<String, String> header = header(file, lines.readLine());
      List<SavedEvent> events = new ArrayList<>();
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        events.add(event(file, events.size() + 2, line));
      }
      return new SavedRun(
          take(file, header, "test"),
          seed(file, take(file, header, "seed")),
          take(file, header, "schedule"),
          new TreeMap<>(server(header)),
          take(file, header, "verdict"),
          take(file, header, "fingerprint"),
          events);
    }
  }

  private static long seed(Path file, String text) {
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw bad(file, 1, "the seed \"" + text + "\" is no number");
    }
  }

  private static Map<String, String> server(Map<String, String> header) {
    Map<String, String> server = new HashMap<>(header);
    server.keySet().removeAll(List.of("test", "seed", "schedule", "verdict", "fingerprint"));
    return server;
  }

  private static String take(Path file, Map<String, String> header, String name) {
    String value = header.get(name);
    if (value == null) {
      throw bad(file, 1, "it does not say \"" + name + "\"");
    }
    return value;
  }

  private static Map<String, String> header(Path file, @Nullable String line) {
    Map<String, String> header = new HashMap<>();
    if (line == null) {
      throw bad(file, 1, "the file is empty");
    }
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() == JsonToken.START_OBJECT) {
        for (String name = parser.nextName(); name != null; name = parser.nextName()) {
          parser.nextToken();
          header.put(name, parser.getString());
        }
      }
    } catch (JacksonException e) {
      header.clear();
    }
    if (!FORMAT.equals(header.remove("format"))) {
      throw bad(file, 1, "this is no run that 'raftbed replay --save' wrote");
    }
    return header;
  }

  private static SavedEvent event(Path file, int number, String line) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), line)) {
      if (parser.nextToken() == JsonToken.START_ARRAY
          && parser.nextToken() == JsonToken.VALUE_NUMBER_INT) {
        long time = parser.getLongValue();
        String node = parser.nextStringValue();
        String kind = parser.nextStringValue();
        String detail = parser.nextStringValue();
        if (node != null && kind != null && detail != null) {
          return new SavedEvent(time, node, kind, detail);
        }
      }
    } catch (JacksonException e) {
      throw bad(file, number, e.getOriginalMessage());
    }
    throw bad(file, number, "it is no event: an array of time, node, kind and detail");
  }

  private static IllegalArgumentException bad(Path file, int line, String why) {
    return new IllegalArgumentException("%s:%d: %s".formatted(file, line, OneLine.of(why)));
  }
}
