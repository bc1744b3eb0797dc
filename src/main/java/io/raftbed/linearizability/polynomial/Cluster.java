package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Work;
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

  /** The cluster whose value the write replaced, and the one whose write replaced this value. */
  private @Nullable Cluster<I, O> before;

  private @Nullable Cluster<I, O> after;

  /** An operation that returned, and could not have if this value had not been there. */
  private @Nullable Operation<I, O> witness;

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

  @Nullable Operation<I, O> firstToEnd() {
    return firstToEnd;
  }

  @Nullable Operation<I, O> lastCalled() {
    return lastCalled;
  }

  @Nullable Cluster<I, O> before() {
    return before;
  }

  @Nullable Cluster<I, O> after() {
    return after;
  }

  @Nullable Operation<I, O> witness() {
    return witness;
  }

  void write(Operation<I, O> operation, @Nullable Cluster<I, O> replaced) {
    write = operation;
    before = replaced;
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

  void follow(Cluster<I, O> next) {
    after = next;
  }

  /** Notes that an operation that returned needs this value, and so those that it came from. */
  void need(Operation<I, O> operation, Work work) {
    for (Cluster<I, O> it = this; it != null && it.witness == null; it = it.before) {
      it.witness = operation;
      work.unit();
    }
  }

  long end() {
    return end;
  }

  long call() {
    return call;
  }

  /**
   * Returns an operation of this cluster with what proves that the value was there.
   *
   * @param operation the operation; none for the first value's write
   */
  Set<Operation<I, O>> proof(@Nullable Operation<I, O> operation) {
    Set<Operation<I, O>> proof = new LinkedHashSet<>();
    addTo(proof, write);
    addTo(proof, operation);
    if (write != null && !write.isOk()) {
      addTo(proof, witness);
    }
    return proof;
  }

  private static <I, O> void addTo(
      Set<Operation<I, O>> proof, @Nullable Operation<I, O> operation) {
    if (operation != null) {
      proof.add(operation);
    }
  }
}
