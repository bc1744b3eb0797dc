package io.raftbed.linearizability.format;

import io.raftbed.linearizability.model.Queue;
import io.raftbed.linearizability.model.Stack;
import java.util.List;

/** Reads a history in any of the known formats. */
public final class HistoryFile {

  private HistoryFile() {}

  /** Reads a history. */
  public static Recorded<?, ?, ?> read(Source source) {
    String text = source.text();
    if (text.startsWith("INFO")) {
      return ProcessHistory.read(source, JepsenLog.events(source), RegisterWords.JEPSEN_LOG);
    }
    if (text.contains("@object queue")) {
      return ProcessHistory.read(
          source, PoplLog.events(source), new CollectionWords<>("queue", new Queue<>()));
    }
    if (text.contains("@object stack")) {
      return ProcessHistory.read(
          source, PoplLog.events(source), new CollectionWords<>("stack", new Stack<>()));
    }
    List<ProcessEvent> events = EdnEvents.events(source);
    if (text.contains(":key")) {
      return ProcessHistory.read(source, events, new KvWords());
    }
    if (text.contains(":acquire")) {
      return ProcessHistory.read(source, events, new MutexWords());
    }
    return ProcessHistory.read(source, events, RegisterWords.KNOSSOS);
  }
}
