package io.raftbed.linearizability.format;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats that histories are read from. */
public enum HistoryFormat {
  /** Raftbed's own. */
  JSON("json") {
    @Override
    boolean recognises(Source source) {
      String text = source.text();
      return OBJECT.matcher(text).lookingAt()
          && (text.contains("\"operations\"") || text.contains("\"events\""));
    }

    @Override
    Recorded<?, ?, ?> parse(Source source, Optional<ModelName> model) {
      return JsonHistory.read(source, model);
    }
  },
  /** The log of a Jepsen test of a register, nil at first. */
  JEPSEN_LOG("jepsen-log") {
    @Override
    boolean recognises(Source source) {
      return source.text().startsWith("INFO") && source.text().contains("jepsen.util - ");
    }

    @Override
    Recorded<?, ?, ?> parse(Source source, Optional<ModelName> model) {
      return ProcessHistory.read(
          source,
          sink -> JepsenLog.events(source, sink),
          Dialect.JEPSEN_LOG.words(model.orElse(ModelName.CAS_REGISTER)));
    }
  },
  /** Calls and returns of a queue or a stack, one a line. */
  POPL_LOG("popl-log") {
    @Override
    boolean recognises(Source source) {
      return !PoplLog.object(source).isEmpty();
    }

    @Override
    Recorded<?, ?, ?> parse(Source source, Optional<ModelName> model) {
      ModelName name =
          model
              .or(() -> ModelName.of(PoplLog.object(source)))
              .orElseThrow(() ->
                  source.error(
                      1,
                      "expected a comment '# @object queue' or '# @object stack'; or name the"
                          + " model with --model"));
      return ProcessHistory.read(
          source, sink -> PoplLog.events(source, sink), Dialect.PLAIN.words(name));
    }
  },
  /** Porcupine's logs of a key/value store: an EDN map a line, with keys. */
  KV_EDN_LINES("kv-edn-lines") {
    @Override
    boolean recognises(Source source) {
      return source.text().startsWith("{") && hasKeys(source);
    }

    @Override
    Recorded<?, ?, ?> parse(Source source, Optional<ModelName> model) {
      return ProcessHistory.read(
          source,
          new EdnEvents(source)::forEach,
          Dialect.KNOSSOS.words(model.orElse(ModelName.KV)));
    }
  },
  /** Histories as Knossos reads them: of registers, 0 at first, or of a lock. */
  KNOSSOS_EDN("knossos-edn") {
    @Override
    boolean recognises(Source source) {
      return source.text().contains(":process");
    }

    @Override
    Recorded<?, ?, ?> parse(Source source, Optional<ModelName> model) {
      ModelName name = model.orElseGet(() -> modelOf(source));
      return ProcessHistory.read(
          source, new EdnEvents(source)::forEach, Dialect.KNOSSOS.words(name));
    }
  };

  private static final Pattern OBJECT = Pattern.compile("\\s*\\{\\s*\"");

  private final String label;

  HistoryFormat(String label) {
    this.label = label;
  }

  abstract boolean recognises(Source source);

  abstract Recorded<?, ?, ?> parse(Source source, Optional<ModelName> model);

  /** Returns the format as the command line has it. */
  public String label() {
    return label;
  }

  /**
   * Reads a history of what the text says it is of.
   *
   * @throws FormatException if the text is none in this format
   */
  public Recorded<?, ?, ?> read(Source source) {
    return read(source, Optional.empty());
  }

  /**
   * Reads a history. One of Knossos may have no operation at all: only the nemesis acted.
   *
   * @param model what it is a history of; when empty, the text must say so
   * @throws FormatException if the text is none in this format
   */
  public Recorded<?, ?, ?> read(Source source, Optional<ModelName> model) {
    Recorded<?, ?, ?> recorded = parse(source, model);
    if (recorded.history().operations().isEmpty() && this != KNOSSOS_EDN) {
      throw source.error(1, "expected a history, found no operation in the whole file");
    }
    return recorded;
  }

  /** Returns whether a text seems to have this format. */
  public boolean seems(Source source) {
    return of(source).filter(format -> format == this).isPresent();
  }

  /** Returns the format that a text seems to have; its first few thousand characters suffice. */
  public static Optional<HistoryFormat> of(Source source) {
    return Arrays.stream(values()).filter(format -> format.recognises(source)).findFirst();
  }

  private static boolean hasKeys(Source source) {
    return source.text().lines().findFirst().orElse("").contains(":key");
  }

  /** Returns the model that the first operation belongs to, where it belongs to one alone. */
  private static ModelName modelOf(Source source) {
    Optional<ProcessEvent> first = new EdnEvents(source).next();
    String f = first.map(ProcessEvent::f).orElse("");
    return switch (f) {
      case "acquire", "release" -> ModelName.MUTEX;
      case "txn" -> ModelName.MULTI_REGISTER;
      case "add", "remove", "contains", "enqueue", "dequeue", "push", "pop", "get", "put" ->
          throw source.error(
              first.orElseThrow().line(),
              "the operation " + f + " fits several models; name one with --model");
      default -> ModelName.CAS_REGISTER;
    };
  }
}
