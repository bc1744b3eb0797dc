package io.raftbed.storage;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * States that tell their number and whether they are whole: Raft state and snapshot of one save
 * belong together, and every byte follows from the number. The snapshot changes with every third.
 *
 * @param mostBytes how long either of them is at most, from 16
 */
public record CountedStates(int mostBytes) {

  private static final int SNAPSHOT_EVERY = 3;

  /** Returns the state of that number, from 1. */
  public SavedState of(long number) {
    long snapshot = number / SNAPSHOT_EVERY * SNAPSHOT_EVERY;
    return new SavedState(
        bytes(number, number, snapshot), snapshot == 0 ? new byte[0] : bytes(-snapshot, snapshot));
  }

  /**
   * Returns the number of a state, 0 for {@link SavedState#NOTHING}.
   *
   * @throws IllegalStateException if it is not whole, or mixed of two
   */
  public long numberOf(SavedState state) {
    if (state.raftState().length == 0 && state.snapshot().length == 0) {
      return 0;
    }
    if (state.raftState().length < 2 * Long.BYTES) {
      throw new IllegalStateException("a snapshot without a state");
    }
    long number = ByteBuffer.wrap(state.raftState()).getLong();
    SavedState whole = of(number);
    if (!Arrays.equals(whole.raftState(), state.raftState())) {
      throw new IllegalStateException("state " + number + " is not whole");
    }
    if (!Arrays.equals(whole.snapshot(), state.snapshot())) {
      throw new IllegalStateException("state " + number + " has another one's snapshot");
    }
    return number;
  }

  private byte[] bytes(long seed, long... header) {
    SplittableRandom random = new SplittableRandom(seed);
    // Mostly short, now and then long.
    int length = random.nextInt(random.nextInt(2 * Long.BYTES, mostBytes) + 1);
    byte[] bytes = new byte[Math.max(length, header.length * Long.BYTES)];
    random.nextBytes(bytes);
    ByteBuffer.wrap(bytes).asLongBuffer().put(header);
    return bytes;
  }
}
