package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A value's way through a queue or a stack.
 *
 * @param insert what put it in
 * @param remove what took it out, if anything did
 */
record Lifetime<I, O>(Operation<I, O> insert, @Nullable Operation<I, O> remove) {

  /** Returns when it surely is in: from here until {@link #until}, both excluded. */
  long from() {
    return insert.end();
  }

  long until() {
    return remove == null ? Operation.OPEN : remove.call();
  }

  /** Returns whether there is a time when it surely is in. */
  boolean isLasting() {
    return from() < until();
  }

  /** Returns when it may be put in at the earliest. */
  long earliest() {
    return insert.call();
  }

  /** Returns when it may be taken out at the latest. */
  long latest() {
    return remove == null ? Operation.OPEN : remove.end();
  }

  List<Operation<I, O>> operations() {
    return remove == null ? List.of(insert) : List.of(insert, remove);
  }
}
