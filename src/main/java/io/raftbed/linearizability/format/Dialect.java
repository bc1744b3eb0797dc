package io.raftbed.linearizability.format;

import java.util.Map;

/** How formats differ in what the same words mean. */
enum Dialect {
  /** A register is nil at first, a read of nil saw that, a failed cas found another value. */
  JEPSEN_LOG("nil"),
  /** A register is 0 at first, a read of nil was not recorded, what failed did not take place. */
  KNOSSOS("0"),
  /** A register is nil at first, a read of nil saw that, what failed did not take place. */
  PLAIN("nil");

  private final String register;

  Dialect(String register) {
    this.register = register;
  }

  /** Returns the words of a model. */
  Vocabulary<?, ?, ?> words(ModelName model) {
    return words(model, Nil.MISSING);
  }

  /**
   * Returns the words of a model.
   *
   * @param initial what the file says of the state at first, or {@link Nil#MISSING}
   */
  Vocabulary<?, ?, ?> words(ModelName model, Object initial) {
    return switch (model) {
      case REGISTER, CAS_REGISTER ->
          new RegisterWords(this, initial == Nil.MISSING ? register : initial.toString(), model);
      case MULTI_REGISTER -> MultiRegisterWords.of(initial == Nil.MISSING ? registers() : initial);
      case COUNTER -> CounterWords.of(initial == Nil.MISSING ? 0L : initial);
      case KV, KV_VERSIONED, SET, QUEUE, STACK, MUTEX -> {
        if (initial != Nil.MISSING) {
          throw new Vocabulary.UnknownWord(
              "no initial state for the model " + model.label(), initial);
        }
        yield empty(model);
      }
    };
  }

  /** As in Knossos' own multi-register. */
  private Map<String, Object> registers() {
    return this == KNOSSOS ? Map.of("x", 0L, "y", 0L) : Map.of();
  }

  private static Vocabulary<?, ?, ?> empty(ModelName model) {
    return switch (model) {
      case KV -> new KvWords();
      case KV_VERSIONED -> new VersionedWords();
      case SET -> new SetWords();
      case QUEUE -> CollectionWords.queue();
      case STACK -> CollectionWords.stack();
      case MUTEX -> new MutexWords();
      default -> throw new IllegalArgumentException(model.label());
    };
  }
}
