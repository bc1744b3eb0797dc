package io.raftbed.linearizability;

/**
 * How an operation ended, as far as its client knows.
 *
 * @param <O> what operations return
 */
public sealed interface Outcome<O> {

  /**
   * The operation took effect once, between its call and its end, and returned.
   *
   * @param output what it returned
   */
  record Ok<O>(O output) implements Outcome<O> {
    @Override
    public String toString() {
      return String.valueOf(output);
    }
  }

  /**
   * The operation had no effect and never will have one. An operation that took place and was
   * answered with "no", such as a compare-and-set that did not match, is {@link Ok} instead.
   */
  record Failed<O>() implements Outcome<O> {
    @Override
    public String toString() {
      return "failed";
    }
  }

  /** Nobody knows: it may take effect at any time after its call, or never. */
  record Unknown<O>() implements Outcome<O> {
    @Override
    public String toString() {
      return "unknown";
    }
  }
}
