package io.raftbed.linearizability;

import java.util.Arrays;

/**
 * A partial linearization, and what is open at its end. It grows by one operation at a time and
 * shrinks the same way, all in place.
 *
 * <p>Its <em>stage</em> is the first return whose operation is not placed: all operations called
 * before that return, and only these, may come next. Two partial linearizations of equal stage,
 * equal sets of placed open operations and equal state have equal futures (Lowe, "Testing for
 * linearizability", 2017).
 */
final class Frontier {

  final Timeline timeline;
  int stage;
  int state;

  /** By slots: operations that may come next or have come; those that have; the pure ones. */
  long[] open;

  long[] placed;
  long[] pure;
  int[] occupant;
  int placedResets;

  /** The operations in order; for each the stage and the state before it. */
  int[] path = new int[16];

  private int[] stageBefore = new int[16];
  private int[] stateBefore = new int[16];
  private int length;
  private int entered;

  Frontier(Timeline timeline, int initialState) {
    this.timeline = timeline;
    state = initialState;
    int words = Math.max(1, Bits.words(timeline.slots()));
    open = new long[words];
    placed = new long[words];
    pure = new long[words];
    occupant = new int[words << 6];
  }

  int length() {
    return length;
  }

  /** Returns the state before the operation at some position; at the length, the state now. */
  int stateBefore(int position) {
    return position == length ? state : stateBefore[position];
  }

  /** Returns where an operation is that is placed. */
  int position(int operation) {
    int position = length - 1;
    while (path[position] != operation) {
      position--;
    }
    return position;
  }

  /** Returns whether every operation that returned is placed. */
  boolean isComplete() {
    return stage == timeline.returns();
  }

  boolean isPlaced(int operation) {
    return operation < entered
        && (timeline.returnIndex[operation] < stage || Bits.get(placed, timeline.slot[operation]));
  }

  /** Returns how many operations have been called before the stage. */
  int entered() {
    return entered;
  }

  /** Returns the next slot of an operation that is open, not placed and not pure, or -1. */
  int nextChoice(int from) {
    for (int word = from >>> 6, first = from; word < open.length; word++, first = 0) {
      long left = open[word] & ~placed[word] & ~pure[word];
      left &= -1L << first;
      if (left != 0) {
        return (word << 6) + Long.numberOfTrailingZeros(left);
      }
    }
    return -1;
  }

  /** Makes room for slots that came up since. */
  boolean widen() {
    int words = Bits.words(timeline.slots());
    if (words <= open.length) {
      return false;
    }
    words = Math.max(words, 2 * open.length);
    open = Arrays.copyOf(open, words);
    placed = Arrays.copyOf(placed, words);
    pure = Arrays.copyOf(pure, words);
    occupant = Arrays.copyOf(occupant, words << 6);
    return true;
  }

  /** Places an operation that is open; the stage is as before until {@link #advance}. */
  void place(int operation, int after) {
    if (length == path.length) {
      path = Arrays.copyOf(path, 2 * length);
      stageBefore = Arrays.copyOf(stageBefore, 2 * length);
      stateBefore = Arrays.copyOf(stateBefore, 2 * length);
    }
    path[length] = operation;
    stageBefore[length] = stage;
    stateBefore[length++] = state;
    state = after;
    Bits.set(placed, timeline.slot[operation]);
    placedResets += timeline.resets(operation) ? 1 : 0;
  }

  /** Goes on to the first return whose operation is not placed. */
  void advance() {
    enter();
    while (stage < timeline.returns()) {
      int slot = timeline.slot[timeline.returned[stage]];
      if (!Bits.get(placed, slot)) {
        return;
      }
      Bits.clear(placed, slot);
      Bits.clear(open, slot);
      stage++;
      enter();
    }
  }

  private void enter() {
    int calls = timeline.callsBefore(stage);
    for (; entered < calls; entered++) {
      Bits.set(open, timeline.slot[entered]);
      occupy(entered);
    }
  }

  private void occupy(int operation) {
    int slot = timeline.slot[operation];
    occupant[slot] = operation;
    if (timeline.isPure(operation)) {
      Bits.set(pure, slot);
    } else {
      Bits.clear(pure, slot);
    }
  }

  /** Says that an open operation has become pure, or is not any longer. */
  void refresh(int operation) {
    if (operation < entered && occupant[timeline.slot[operation]] == operation) {
      occupy(operation);
    }
  }

  /** Takes operations back until only so many are placed. */
  void shrink(int toLength) {
    while (length > toLength) {
      length--;
      int operation = path[length];
      while (stage > stageBefore[length]) {
        retreat();
      }
      Bits.clear(placed, timeline.slot[operation]);
      placedResets -= timeline.resets(operation) ? 1 : 0;
      state = stateBefore[length];
    }
  }

  private void retreat() {
    stage--;
    int calls = timeline.callsBefore(stage);
    while (entered > calls) {
      int slot = timeline.slot[--entered];
      Bits.clear(open, slot);
      int before = timeline.previousInSlot[entered];
      if (before != Timeline.NONE) {
        occupy(before);
      }
    }
    int operation = timeline.returned[stage];
    Bits.set(open, timeline.slot[operation]);
    Bits.set(placed, timeline.slot[operation]);
    occupy(operation);
  }
}
