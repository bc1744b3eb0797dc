package io.raftbed.linearizability.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Events as EDN maps: one after the other, or in one vector or list. Events of no client, such as
 * those of a nemesis, are passed over.
 */
final class EdnEvents {

  private EdnEvents() {}

  static List<ProcessEvent> events(Source source) {
    EdnReader reader = new EdnReader(source);
    char close = reader.skip('[') ? ']' : reader.skip('(') ? ')' : 0;
    int opened = reader.line();
    List<ProcessEvent> events = new ArrayList<>();
    while (close == 0 ? !reader.isAtEnd() : !reader.skip(close)) {
      if (reader.isAtEnd()) {
        throw source.error(opened, "expected '" + close + "' at the end of the history");
      }
      int line = reader.line();
      add(source, line, reader.read(), events);
    }
    if (!reader.isAtEnd()) {
      throw source.error(reader.line(), "expected nothing after the end of the history");
    }
    return events;
  }

  private static void add(Source source, int line, Object form, List<ProcessEvent> events) {
    if (!(form instanceof Map<?, ?> event)) {
      throw source.error(line, "expected an event {:process … :type … :f … :value …}");
    }
    if (get(source, line, event, "process") instanceof Long process) {
      events.add(event(source, line, event, process));
    }
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
