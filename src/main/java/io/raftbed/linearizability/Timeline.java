package io.raftbed.linearizability;

import java.util.Arrays;

/**
 * The operations of one partition as a search sees them: numbered by call, with the order of
 * returns. Each operation holds a slot while it is open, as registers are given to variables, so
 * that the operations open at one moment are a small set of bits.
 *
 * <p>An optional operation, one that may take effect or not, keeps its slot for ever. Grows as
 * events come.
 */
final class Timeline {

  static final int NONE = -1;

  /** The first slot of optional operations; a multiple of 64. */
  final int optionalBase;

  int[] kind = new int[16];
  int[] slot = new int[16];
  int[] returnIndex = new int[16];

  /** The operation that held the slot before. */
  int[] previousInSlot = new int[16];

  /** The earlier optional operation of the same kind: no use to place this one before it. */
  int[] twin = new int[16];

  /** How many operations before this one may reset the state. */
  int[] resetsBefore = new int[17];

  private boolean[] pure = new boolean[16];
  private int operations;

  /** Operations by return, and how many calls came before each. */
  int[] returned = new int[16];

  int[] callsBefore = new int[16];
  private int returns;

  private int[] pureReturns = new int[16];
  private int pureCount;

  private long[] used = new long[1];
  private int[] lastInSlot = new int[16];
  private int[] lastOfKind = new int[0];
  private int slots;
  private int optionalSlots;

  /** Makes one that may grow without bound, but has no optional operations. */
  Timeline() {
    this(Integer.MAX_VALUE - 128);
  }

  /**
   * Makes one for a known history.
   *
   * @param concurrency how many operations that are not optional are open at a time at most
   */
  Timeline(int concurrency) {
    optionalBase = Bits.words(concurrency) << 6;
    Arrays.fill(lastInSlot, NONE);
  }

  int operations() {
    return operations;
  }

  int returns() {
    return returns;
  }

  /** Returns a number that all slots are below. */
  int slots() {
    return optionalSlots == 0 ? slots : optionalBase + optionalSlots;
  }

  boolean isPure(int operation) {
    return pure[operation];
  }

  boolean resets(int operation) {
    return resetsBefore[operation + 1] > resetsBefore[operation];
  }

  boolean hasReturned(int operation) {
    return returnIndex[operation] < returns;
  }

  /** Returns how many calls came before a return; all that came so far if it has not come. */
  int callsBefore(int index) {
    return index < returns ? callsBefore[index] : operations;
  }

  /** Adds the call of an operation that returns, or may. */
  int call(int ofKind, boolean isPure, boolean resets) {
    int free = lowestFree();
    Bits.set(used, free);
    slots = Math.max(slots, free + 1);
    return add(ofKind, isPure, resets, free);
  }

  /** Adds the call of an operation that never returns. */
  int callOptional(int ofKind, boolean resets) {
    int operation = add(ofKind, false, resets, optionalBase + optionalSlots++);
    if (ofKind >= lastOfKind.length) {
      int old = lastOfKind.length;
      lastOfKind = Arrays.copyOf(lastOfKind, 2 * ofKind + 16);
      Arrays.fill(lastOfKind, old, lastOfKind.length, NONE);
    }
    twin[operation] = lastOfKind[ofKind];
    lastOfKind[ofKind] = operation;
    return operation;
  }

  private int add(int ofKind, boolean isPure, boolean resets, int at) {
    int operation = operations++;
    if (operations > kind.length) {
      grow(2 * operations);
    }
    kind[operation] = ofKind;
    pure[operation] = isPure;
    slot[operation] = at;
    returnIndex[operation] = Integer.MAX_VALUE;
    twin[operation] = NONE;
    resetsBefore[operation + 1] = resetsBefore[operation] + (resets ? 1 : 0);
    previousInSlot[operation] = hold(at, operation);
    return operation;
  }

  private int hold(int at, int operation) {
    if (at >= lastInSlot.length) {
      int old = lastInSlot.length;
      lastInSlot = Arrays.copyOf(lastInSlot, 2 * at);
      Arrays.fill(lastInSlot, old, lastInSlot.length, NONE);
    }
    int before = lastInSlot[at];
    lastInSlot[at] = operation;
    return before;
  }

  private void grow(int capacity) {
    kind = Arrays.copyOf(kind, capacity);
    slot = Arrays.copyOf(slot, capacity);
    pure = Arrays.copyOf(pure, capacity);
    returnIndex = Arrays.copyOf(returnIndex, capacity);
    twin = Arrays.copyOf(twin, capacity);
    previousInSlot = Arrays.copyOf(previousInSlot, capacity);
    resetsBefore = Arrays.copyOf(resetsBefore, capacity + 1);
  }

  /** Adds the return of an operation. */
  void returns(int operation) {
    if (returns == returned.length) {
      returned = Arrays.copyOf(returned, 2 * returns);
      callsBefore = Arrays.copyOf(callsBefore, 2 * returns);
    }
    if (pure[operation]) {
      addPureReturn(returns);
    }
    returnIndex[operation] = returns;
    returned[returns] = operation;
    callsBefore[returns++] = operations;
    Bits.clear(used, slot[operation]);
  }

  /** Frees the slot of an operation that surely has no effect. */
  void release(int operation) {
    Bits.clear(used, slot[operation]);
  }

  /** Says what an operation is, now that its output is known. */
  void become(int operation, int ofKind, boolean isPure) {
    kind[operation] = ofKind;
    pure[operation] = isPure;
  }

  private void addPureReturn(int index) {
    if (pureCount == pureReturns.length) {
      pureReturns = Arrays.copyOf(pureReturns, 2 * pureCount);
    }
    pureReturns[pureCount++] = index;
  }

  /** Returns where in the list of pure operations by return those from some return on begin. */
  int firstPureFrom(int index) {
    int at = Arrays.binarySearch(pureReturns, 0, pureCount, index);
    return at < 0 ? -at - 1 : at;
  }

  /** Returns a pure operation from the list of those by return, or {@link #NONE} at its end. */
  int pureByReturn(int at) {
    return at < pureCount ? returned[pureReturns[at]] : NONE;
  }

  private int lowestFree() {
    for (int word = 0; word < used.length; word++) {
      if (used[word] != -1) {
        return (word << 6) + Long.numberOfTrailingZeros(~used[word]);
      }
    }
    used = Arrays.copyOf(used, 2 * used.length);
    return used.length << 5;
  }

  long bytes() {
    return 25L * kind.length + 12L * returned.length;
  }
}
