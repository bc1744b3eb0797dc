package io.raftbed.sim;

import java.util.Arrays;

/** The timers of one simulation: a binary heap by time, then by order of arrival. */
final class Timers {
  private static final int SMALLEST_TO_SWEEP = 256;

  private SimTimer[] heap = new SimTimer[64];
  private int size;
  private int cancelled;
  private long sequence;

  void add(SimTimer timer) {
    timer.sequence = sequence++;
    timer.queue = this;
    if (size == heap.length) {
      heap = Arrays.copyOf(heap, 2 * size);
    }
    heap[size] = timer;
    up(size++);
  }

  boolean isEmpty() {
    dropCancelled();
    return size == 0;
  }

  /** Returns when the next timer is due, Long.MAX_VALUE when there is none. */
  long nextDue() {
    dropCancelled();
    return size == 0 ? Long.MAX_VALUE : heap[0].due;
  }

  SimTimer poll() {
    SimTimer first = heap[0];
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
    while (size > 0 && heap[0].isCancelled()) {
      cancelled--;
      removeFirst();
    }
  }

  private void sweep() {
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (!heap[i].isCancelled()) {
        heap[kept++] = heap[i];
      }
    }
    Arrays.fill(heap, kept, size, null);
    size = kept;
    cancelled = 0;
    for (int i = size / 2 - 1; i >= 0; i--) {
      down(i);
    }
  }

  private void removeFirst() {
    heap[0] = heap[--size];
    Arrays.fill(heap, size, size + 1, null); // so that what it held can be collected
    down(0);
  }

  private void up(int from) {
    int i = from;
    SimTimer timer = heap[i];
    while (i > 0 && timer.before(heap[(i - 1) / 2])) {
      heap[i] = heap[(i - 1) / 2];
      i = (i - 1) / 2;
    }
    heap[i] = timer;
  }

  private void down(int from) {
    int i = from;
    SimTimer timer = heap[i];
    while (2 * i + 1 < size) {
      int child = 2 * i + 1;
      if (child + 1 < size && heap[child + 1].before(heap[child])) {
        child++;
      }
      if (!heap[child].before(timer)) {
        break;
      }
      heap[i] = heap[child];
      i = child;
    }
    if (size > 0) {
      heap[i] = timer;
    }
  }
}
