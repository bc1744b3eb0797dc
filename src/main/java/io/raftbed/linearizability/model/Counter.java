package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Outcome;
import java.util.Optional;

/**
 * A number that is added to.
 *
 * @param initial the number before the first operation
 */
public record Counter(Long initial) implements Model<Long, Counter.Input, Counter.Output> {

  /** What is asked. */
  public sealed interface Input {}

  /** Adds to the number; a negative delta takes away. */
  public record Add(long delta) implements Input {
    @Override
    public String toString() {
      return "add " + delta;
    }
  }

  /** Asks for the number. */
  public record Read() implements Input {
    @Override
    public String toString() {
      return "read";
    }
  }

  /** What is answered. */
  public sealed interface Output {}

  /** It was added; the sum was not told. */
  public record Done() implements Output {
    @Override
    public String toString() {
      return "ok";
    }
  }

  /** The number: what was read, or the sum after an add. */
  public record Value(long value) implements Output {
    @Override
    public String toString() {
      return Long.toString(value);
    }
  }

  @Override
  public Optional<Long> step(Long state, Input input, Output output) {
    Long next = stepUnseen(state, input);
    boolean isPossible =
        switch (output) {
          case Value(long value) -> value == next;
          case Done _ -> input instanceof Add;
        };
    return isPossible ? Optional.of(next) : Optional.empty();
  }

  @Override
  public Long stepUnseen(Long state, Input input) {
    return input instanceof Add(long delta) ? Long.valueOf(state + delta) : state;
  }

  @Override
  public boolean isPure(Input input, Outcome<Output> outcome) {
    return input instanceof Read || input.equals(new Add(0));
  }

  @Override
  public String rejection(Long state, Input input, Output output) {
    return "the number is " + state;
  }
}
