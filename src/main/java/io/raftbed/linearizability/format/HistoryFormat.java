package io.raftbed.linearizability.format;

import io.raftbed.linearizability.model.Queue;
import io.raftbed.linearizability.model.Stack;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The formats that histories are read from; each says by itself what object it is about. */
public enum HistoryFormat {
  /** The log of a Jepsen test of a register, nil at first. */
  JEPSEN_LOG("jepsen-log") {
    @Override
    boolean recognises(Source source) {
      return source.text().startsWith("INFO");
    }

    @Override
    public Recorded<?, ?, ?> read(Source source) {
      return ProcessHistory.read(source, JepsenLog.events(source), RegisterWords.JEPSEN_LOG);
    }
  },
  /** Calls and returns of a queue or a stack, one a line. */
  POPL_LOG("popl-log") {
    @Override
    boolean recognises(Source source) {
      return !PoplLog.object(source).isEmpty();
    }

    @Override
    public Recorded<?, ?, ?> read(Source source) {
      List<ProcessEvent> events = PoplLog.events(source);
      return switch (PoplLog.object(source)) {
        case "queue" ->
            ProcessHistory.read(source, events, new CollectionWords<>("queue", new Queue<>()));
        case "stack" ->
            ProcessHistory.read(source, events, new CollectionWords<>("stack", new Stack<>()));
        default ->
            throw source.error(1, "expected a comment '# @object queue' or '# @object stack'");
      };
    }
  },
  /** Porcupine's logs of a key/value store: an EDN map a line, with keys. */
  KV_EDN_LINES("kv-edn-lines") {
    @Override
    boolean recognises(Source source) {
      return source.text().startsWith("{") && hasKeys(source);
    }

    @Override
    public Recorded<?, ?, ?> read(Source source) {
      return ProcessHistory.read(source, EdnEvents.events(source), new KvWords());
    }
  },
  /** Histories as Knossos reads them: of a register, 0 at first, or of a lock. */
  KNOSSOS_EDN("knossos-edn") {
    @Override
    boolean recognises(Source source) {
      return source.text().indexOf('{') >= 0;
    }

    @Override
    public Recorded<?, ?, ?> read(Source source) {
      List<ProcessEvent> events = EdnEvents.events(source);
      boolean isLock = events.stream().anyMatch(event -> event.f().equals("acquire"));
      return isLock
          ? ProcessHistory.read(source, events, new MutexWords())
          : ProcessHistory.read(source, events, RegisterWords.KNOSSOS);
    }
  };

  private final String label;

  HistoryFormat(String label) {
    this.label = label;
  }

  abstract boolean recognises(Source source);

  /** Returns the format as the command line has it. */
  public String label() {
    return label;
  }

  /**
   * Reads a history.
   *
   * @throws FormatException if the text is none in this format
   */
  public abstract Recorded<?, ?, ?> read(Source source);

  /** Returns the format that a text seems to have. */
  public static Optional<HistoryFormat> of(Source source) {
    return Arrays.stream(values()).filter(format -> format.recognises(source)).findFirst();
  }

  private static boolean hasKeys(Source source) {
    return source.text().lines().findFirst().orElse("").contains(":key");
  }
}
