package io.raftbed.linearizability.format;

import io.raftbed.linearizability.model.Counter;

/** A counter: add and read; an add may return the sum. */
record CounterWords(Counter model) implements Vocabulary<Long, Counter.Input, Counter.Output> {

  /** Returns the words of a counter with this number at first. */
  static CounterWords of(Object initial) {
    return new CounterWords(new Counter(number(initial)));
  }

  @Override
  public ModelName modelName() {
    return ModelName.COUNTER;
  }

  @Override
  public Counter.Input input(String f, Object value) {
    return switch (f) {
      case "read", "get" -> new Counter.Read();
      case "add", "inc", "increment" -> new Counter.Add(value instanceof Nil ? 1 : number(value));
      case "dec", "decrement" -> new Counter.Add(value instanceof Nil ? -1 : -number(value));
      default -> throw new UnknownWord("read, add, increment or decrement", f);
    };
  }

  /** Jepsen repeats the number that is added where an add ends; that is no sum. */
  @Override
  public Counter.Output output(Counter.Input input, Object value) {
    return input instanceof Counter.Read ? new Counter.Value(number(value)) : new Counter.Done();
  }

  private static long number(Object value) {
    try {
      return Long.parseLong(value.toString());
    } catch (NumberFormatException _) {
      throw new UnknownWord("a whole number", value);
    }
  }
}
