package io.raftbed.linearizability;

import java.util.function.BooleanSupplier;

/**
 * How much a check may use. When something runs out, the verdict is unknown and says what.
 *
 * <p>Steps and bytes are counted, so a check bounded by them alone gives the same verdict on every
 * machine. Steps and bytes hold for each partition; when several partitions are checked at a time,
 * each has its share of the bytes.
 *
 * @param steps how many transitions of the model may be looked at, at least 1
 * @param bytes about how many bytes of the heap the search may hold, at least 1
 * @param cancelled asked all the time; once true, the check ends. This is also how time runs out:
 *     compare a clock of your own with a deadline
 */
public record Budget(long steps, long bytes, BooleanSupplier cancelled) {

  /** No bound at all. */
  public static final Budget UNLIMITED = new Budget(Long.MAX_VALUE, Long.MAX_VALUE, () -> false);

  public Budget {
    if (steps < 1 || bytes < 1) {
      throw new IllegalArgumentException(
          "a budget of %d steps and %d bytes allows nothing; give at least 1"
              .formatted(steps, bytes));
    }
  }

  /** Returns the same budget with another bound on steps. */
  public Budget withSteps(long bound) {
    return new Budget(bound, bytes, cancelled);
  }

  /** Returns the same budget with another bound on bytes. */
  public Budget withBytes(long bound) {
    return new Budget(steps, bound, cancelled);
  }

  /** Returns the same budget, with another reason to end early. */
  public Budget withCancellation(BooleanSupplier reason) {
    return new Budget(steps, bytes, () -> reason.getAsBoolean() || cancelled.getAsBoolean());
  }
}
