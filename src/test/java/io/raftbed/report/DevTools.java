package io.raftbed.report;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/**
 * The Chrome DevTools protocol over a web socket, as far as these tests need it: one command after
 * the other. Messages are maps from paths, such as {@code result.result.value}, to texts.
 */
final class DevTools implements WebSocket.Listener {

  private static final int LIMIT_SECONDS = 60;

  private final BlockingQueue<Map<String, String>> received = new LinkedBlockingQueue<>();
  private final List<String> complaints = new ArrayList<>();
  private final StringBuilder partial = new StringBuilder();
  private final WebSocket socket;
  private int commands;

  DevTools(HttpClient http, URI address) {
    socket = http.newWebSocketBuilder().buildAsync(address, this).join();
  }

  @Override
  public @Nullable CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
    partial.append(data);
    if (last) {
      received.add(flat(partial.toString()));
      partial.setLength(0);
    }
    from.request(1);
    return null;
  }

  /** Sends a command with its parameters, in JSON, and returns the answer to it. */
  Map<String, String> send(String method, String parameters) {
    String id = write(method, parameters);
    return await("id", id);
  }

  /** Sends a command and waits until an event has happened. */
  void sendAndAwait(String method, String parameters, String event) {
    write(method, parameters);
    await("method", event);
  }

  private String write(String method, String parameters) {
    String id = Integer.toString(++commands);
    String text = "{\"id\":%s,\"method\":\"%s\",\"params\":%s}".formatted(id, method, parameters);
    socket.sendText(text, true).join();
    return id;
  }

  private Map<String, String> await(String name, String value) {
    while (true) {
      Map<String, String> message = next();
      if (message.containsKey("error.message")
          || message.containsKey("result.exceptionDetails.text")) {
        throw new AssertionError("Chromium: " + message);
      }
      complaint(message);
      if (value.equals(message.get(name))) {
        return message;
      }
    }
  }

  private Map<String, String> next() {
    try {
      Map<String, String> message = received.poll(LIMIT_SECONDS, TimeUnit.SECONDS);
      if (message == null) {
        throw new AssertionError("no answer from Chromium in %d s".formatted(LIMIT_SECONDS));
      }
      return message;
    } catch (InterruptedException e) {
      throw new AssertionError("interrupted", e);
    }
  }

  private void complaint(Map<String, String> message) {
    boolean isComplaint =
        switch (message.getOrDefault("method", "")) {
          case "Runtime.exceptionThrown" -> true;
          case "Runtime.consoleAPICalled" ->
              List.of("error", "warning", "assert").contains(message.get("params.type"));
          case "Log.entryAdded" ->
              List.of("error", "warning").contains(message.get("params.entry.level"));
          default -> false;
        };
    if (isComplaint) {
      complaints.add(message.toString());
    }
  }

  List<String> complaints() {
    return List.copyOf(complaints);
  }

  /** Returns the scalars of a JSON text by their paths; of lists the last. */
  private static Map<String, String> flat(String json) {
    Map<String, String> scalars = new LinkedHashMap<>();
    try (JsonParser parser = new JsonFactory().createParser(ObjectReadContext.empty(), json)) {
      for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
        if (token.isScalarValue()) {
          String path = parser.streamReadContext().pathAsPointer().toString();
          scalars.put(path.substring(1).replace('/', '.'), parser.getString());
        }
      }
    }
    return scalars;
  }

  void close() {
    socket.abort();
  }
}
