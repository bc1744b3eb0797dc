package io.raftbed.linearizability.format;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Outcome;
import java.util.List;

/**
 * How the operations of a model are written: what names and values in a file mean.
 *
 * @param <S> the model's states
 * @param <I> its inputs
 * @param <O> its outputs
 */
interface Vocabulary<S, I, O> {

  /** An event that means nothing in this vocabulary; the message says what was expected. */
  final class UnknownWord extends RuntimeException {
    UnknownWord(String expected, Object found) {
      super("expected %s, found %s".formatted(expected, found), null, false, false);
    }
  }

  /** Returns the model's name. */
  ModelName modelName();

  /** Returns the model. */
  Model<S, I, O> model();

  /** Returns what a call asks. */
  I input(String f, Object value);

  /** Returns what a return says. */
  O output(I input, Object value);

  /** Returns how an operation ended whose end is written as {@code fail}. */
  default Outcome<O> failure(I input, Object value) {
    return new Outcome.Failed<>();
  }

  /** Returns a value that must be there, as text. */
  static String given(Object value) {
    if (value == Nil.MISSING) {
      throw new UnknownWord("a value", value);
    }
    return value.toString();
  }

  /** Returns a list of two. */
  static List<?> pair(Object value, String expected) {
    if (value instanceof List<?> pair && pair.size() == 2) {
      return pair;
    }
    throw new UnknownWord(expected, value);
  }
}
