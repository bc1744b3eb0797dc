package io.raftbed.sim;

import java.util.Arrays;

/** The timers of one simulation: a heap by time, then by order of arrival. */
final class Timers {
  private static final int SMALLEST_TO_SWEEP = 256;

  /** A heap of four children a node is half as deep as one of two. */
  private static final int CHILDREN = 4;

  private SimTimer[] timers = new SimTimer[64];

  /** When each is due: a comparison that looks into timers waits for memory in a large cluster. */
  private long[] dues = new long[64];

  private int size;
  private int cancelled;
  private long sequence;

  void add(SimTimer timer) {
    timer.sequence = sequence++;
    timer.queue = this;
    if (size == timers.length) {
      timers = Arrays.copyOf(timers, 2 * size);
      dues = Arrays.copyOf(dues, 2 * size);
    }
    put(timer, timer.due, size);
    up(size++);
  }

  boolean isEmpty() {
    dropCancelled();
    return size == 0;
  }

  /** Returns when the next timer is due, Long.MAX_VALUE when there is none. */
  long nextDue() {
    dropCancelled();
    return size == 0 ? Long.MAX_VALUE : dues[0];
  }

  SimTimer poll() {
    SimTimer first = timers[0];
    first.queue = null;
    removeFirst();
    return first;
  }

  /** Called by a timer that is cancelled while it stands here; it leaves when its turn comes. */
  void noteCancelled() {
    cancelled++;
    if (size >= SMALLEST_TO_SWEEP && cancelled > size / 2) {
      sweep();
    }
  }

  private void dropCancelled() {
    while (size > 0 && timers[0].isCancelled()) {
      cancelled--;
      removeFirst();
    }
  }

  private void sweep() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!timers[i].isCancelled()) {
        move(i, kept++);
      }
    }
    Arrays.fill(timers, kept, size, null);
    size = kept;
    cancelled = 0;
    for (int i = Math.floorDiv(size - 2, CHILDREN); i >= 0; i--) {
      down(i);
    }
  }

  private void removeFirst() {
    move(--size, 0);
    Arrays.fill(timers, size, size + 1, null); // so that what it held can be collected
    if (size > 0) {
      down(0);
    }
  }

  private void up(int from) {
    SimTimer timer = timers[from];
    long due = dues[from];
    int i = from;
    while (i > 0) {
      int parent = (i - 1) / CHILDREN;
      if (!before(due, timer, parent)) {
        break;
      }
      move(parent, i);
      i = parent;
    }
    put(timer, due, i);
  }

  private void down(int from) {
    SimTimer timer = timers[from];
    long due = dues[from];
    int i = from;
    for (int child = CHILDREN * i + 1; child < size; child = CHILDREN * i + 1) {
      int first = child;
      int end = Math.min(child + CHILDREN, size);
      for (int other = child + 1; other < end; other++) {
        if (before(dues[other], timers[other], first)) {
          first = other;
        }
      }
      if (before(due, timer, first)) {
        break;
      }
      move(first, i);
      i = first;
    }
    put(timer, due, i);
  }

  private boolean before(long due, SimTimer timer, int other) {
    return due < dues[other] || (due == dues[other] && timer.sequence < timers[other].sequence);
  }

  private void move(int from, int to) {
    put(timers[from], dues[from], to);
  }

  private void put(SimTimer timer, long due, int at) {
    timers[at] = timer;
    dues[at] = due;
  }
}
