package io.raftbed.linearizability.format;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Events as EDN maps: one after the other, or in one vector or list. Events of no client, such as
 * those of a nemesis, are passed over.
 */
final class EdnEvents {

  private final Source source;
  private final EdnReader reader;
  private final char close;
  private final int opened;
  private boolean isClosed;

  EdnEvents(Source source) {
    this.source = source;
    reader = new EdnReader(source);
    close = reader.skip('[') ? ']' : reader.skip('(') ? ')' : 0;
    opened = reader.line();
  }

  void forEach(Consumer<ProcessEvent> sink) {
    for (Optional<ProcessEvent> it = next(); it.isPresent(); it = next()) {
      sink.accept(it.get());
    }
  }

  /** Returns the next event, or empty at the end. */
  Optional<ProcessEvent> next() {
    while (!isAtEnd()) {
      int line = reader.line();
      if (!(reader.read() instanceof Map<?, ?> event)) {
        throw source.error(line, "expected an event {:process … :type … :f … :value …}");
      }
      if (get(source, line, event, "process") instanceof Long process) {
        return Optional.of(event(source, line, event, process));
      }
    }
    return Optional.empty();
  }

  private boolean isAtEnd() {
    if (close == 0) {
      return reader.isAtEnd();
    }
    if (!isClosed && reader.skip(close)) {
      isClosed = true;
      if (!reader.isAtEnd()) {
        throw source.error(reader.line(), "expected nothing after the end of the history");
      }
    }
    if (!isClosed && reader.isAtEnd()) {
      throw source.error(opened, "expected '" + close + "' at the end of the history");
    }
    return isClosed;
  }

  private static ProcessEvent event(Source source, int line, Map<?, ?> event, long process) {
    if (process < 0 || process > Integer.MAX_VALUE) {
      throw source.error(line, "expected a process from 0 to 2147483647, found " + process);
    }
    ProcessEvent.Type type = JepsenLog.type(source, line, word(source, line, event, "type"));
    Object value =
        event.containsKey(new Keyword("value")) ? get(source, line, event, "value") : Nil.NIL;
    if (type == ProcessEvent.Type.INVOKE && event.containsKey(new Keyword("key"))) {
      value = List.of(get(source, line, event, "key"), value);
    }
    return new ProcessEvent(line, (int) process, type, word(source, line, event, "f"), value);
  }

  private static String word(Source source, int line, Map<?, ?> event, String name) {
    Object word = get(source, line, event, name);
    return word instanceof Keyword(String it) ? it : word.toString();
  }

  private static Object get(Source source, int line, Map<?, ?> event, String name) {
    Object value = event.get(new Keyword(name));
    if (value == null) {
      throw source.error(line, "expected the field :" + name + " in the event");
    }
    return value;
  }
}
