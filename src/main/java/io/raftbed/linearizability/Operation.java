package io.raftbed.linearizability;

/**
 * One operation of a history. Two operations are concurrent unless one ended before the other was
 * called; at equal times they are concurrent.
 *
 * @param id its number in the history; histories count from 0 in the order of calls
 * @param client who called it
 * @param input what was asked
 * @param outcome how it ended
 * @param call when it was called: a time in the history's own unit, or the position of the event
 * @param end when its outcome was known, in the same unit; {@link #OPEN} when that never came. An
 *     operation of unknown outcome may take effect after its end too
 * @param <I> what operations ask
 * @param <O> what operations return
 */
public record Operation<I, O>(
    int id, int client, I input, Outcome<O> outcome, long call, long end) {

  /** The end of an operation that never ended. */
  public static final long OPEN = Long.MAX_VALUE;

  /** Returns whether it returned, so that it must have taken effect before its end. */
  public boolean isOk() {
    return outcome instanceof Outcome.Ok;
  }

  /** Returns whether it may have taken effect or not. */
  public boolean isUnknown() {
    return outcome instanceof Outcome.Unknown;
  }

  /** Returns the same operation when nobody has seen its end yet. */
  Operation<I, O> opened() {
    return new Operation<>(id, client, input, new Outcome.Unknown<>(), call, OPEN);
  }
}
