package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Procedure.Decision;
import io.raftbed.linearizability.Work;
import java.util.LinkedHashSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Clusters of which each but the first replaced the value of the one before. In a legal order
 * nothing stands between them, so that they have one zone together.
 */
final class Chain<I, O> {

  private final Cluster<I, O> first;
  private Cluster<I, O> firstToEnd;
  private Cluster<I, O> lastCalled;
  private int length = 1;

  Chain(Cluster<I, O> first, Work work) {
    this.first = first;
    firstToEnd = first;
    lastCalled = first;
    for (Cluster<I, O> it = first.after(); it != null; it = it.after()) {
      work.unit();
      length++;
      firstToEnd = it.end() < firstToEnd.end() ? it : firstToEnd;
      lastCalled = it.call() > lastCalled.call() ? it : lastCalled;
    }
  }

  Cluster<I, O> first() {
    return first;
  }

  /** Returns the number of clusters. */
  int length() {
    return length;
  }

  private long end() {
    return firstToEnd.end();
  }

  private long call() {
    return lastCalled.call();
  }

  /** Returns whether one of its operations ends before another is called. */
  boolean isForward() {
    return end() < call();
  }

  /** Returns where its zone begins. */
  long start() {
    return Math.min(end(), call());
  }

  /** Returns whether neither of two can be wholly before the other. */
  boolean clashesWith(Chain<I, O> other) {
    return end() < other.call() && other.end() < call();
  }

  /** Returns the operations that make the zone what it is. */
  Set<Operation<I, O>> bounds() {
    Set<Operation<I, O>> bounds = new LinkedHashSet<>();
    bounds.addAll(firstToEnd.proof(firstToEnd.firstToEnd()));
    bounds.addAll(lastCalled.proof(lastCalled.lastCalled()));
    return bounds;
  }

  /** Returns why the clusters cannot come one after the other, each write before its reads. */
  Optional<Decision<I, O>> disorder(Work work) {
    Cluster<I, O> latest = first;
    for (Cluster<I, O> it = first; it != null; it = it.after()) {
      work.unit();
      if (it != first && it.end() < latest.call()) {
        return Optional.of(disorder(latest, latest.lastCalled(), it, it.firstToEnd()));
      }
      Operation<I, O> write = it.write();
      for (Operation<I, O> read : it.reads()) {
        work.unit();
        if (write != null && read.end() < write.call()) {
          return Optional.of(disorder(it, write, it, read));
        }
      }
      latest = it.call() > latest.call() ? it : latest;
    }
    return Optional.empty();
  }

  private static <I, O> Decision<I, O> disorder(
      Cluster<I, O> one,
      @Nullable Operation<I, O> before,
      Cluster<I, O> other,
      @Nullable Operation<I, O> after) {
    Set<Operation<I, O>> conflict = new LinkedHashSet<>(one.proof(before));
    conflict.addAll(other.proof(after));
    return Refusal.because(
        "operation "
            + Objects.requireNonNull(before).id()
            + " must come before operation "
            + Objects.requireNonNull(after).id()
            + ", but is called after that has ended",
        conflict);
  }
}
