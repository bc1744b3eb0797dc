package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The write of one value and its reads, which come one after the other in any legal order. */
final class Cluster<I, O> {

  private @Nullable Operation<I, O> write;
  private final List<Operation<I, O>> reads = new ArrayList<>(2);
  private @Nullable Operation<I, O> firstToEnd;
  private @Nullable Operation<I, O> lastCalled;

  /** The least end, and the greatest call, of all operations. */
  private long end = Long.MAX_VALUE;

  private long call = Long.MIN_VALUE;

  /** Returns the cluster of the initial value: written before all else. */
  static <I, O> Cluster<I, O> initial() {
    Cluster<I, O> cluster = new Cluster<>();
    cluster.end = Long.MIN_VALUE;
    return cluster;
  }

  @Nullable Operation<I, O> write() {
    return write;
  }

  List<Operation<I, O>> reads() {
    return reads;
  }

  void write(Operation<I, O> operation) {
    write = operation;
    take(operation, operation.isOk() ? operation.end() : Operation.OPEN);
  }

  void read(Operation<I, O> operation) {
    reads.add(operation);
    take(operation, operation.end());
  }

  private void take(Operation<I, O> operation, long itsEnd) {
    if (itsEnd < end) {
      end = itsEnd;
      firstToEnd = operation;
    }
    if (operation.call() > call) {
      call = operation.call();
      lastCalled = operation;
    }
  }

  /** Returns whether one of its operations ends before another is called. */
  boolean isForward() {
    return end < call;
  }

  long end() {
    return end;
  }

  long call() {
    return call;
  }

  /** Returns where its zone begins. */
  long start() {
    return Math.min(end, call);
  }

  /** Returns whether neither of two can be wholly before the other. */
  boolean clashesWith(Cluster<I, O> other) {
    return end < other.call && other.end < call;
  }

  /** Returns the operations that make the zone what it is. */
  Set<Operation<I, O>> bounds() {
    Set<Operation<I, O>> bounds = new LinkedHashSet<>();
    addTo(bounds, write);
    addTo(bounds, firstToEnd);
    addTo(bounds, lastCalled);
    return bounds;
  }

  private static <I, O> void addTo(
      Set<Operation<I, O>> bounds, @Nullable Operation<I, O> operation) {
    if (operation != null) {
      bounds.add(operation);
    }
  }
}
