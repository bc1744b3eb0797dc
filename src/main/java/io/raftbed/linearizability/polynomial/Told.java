package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Procedure;
import java.util.function.Function;

/**
 * A procedure that knows of an operation what a function tells it.
 *
 * @param <A> what an operation does
 */
abstract class Told<I, O, A> implements Procedure<I, O> {

  private final String name;
  private final Function<Operation<I, O>, A> meaning;

  Told(String name, Function<Operation<I, O>, A> meaning) {
    this.name = name;
    this.meaning = meaning;
  }

  @Override
  public final String name() {
    return name;
  }

  /** Returns what an operation does. */
  final A meaning(Operation<I, O> operation) {
    return meaning.apply(operation);
  }
}
