package io.raftbed.cluster;

import io.raftbed.trace.Moment;

/** A map from two ints to the moment when something was first seen of them, without boxes. */
final class MomentTable {
  private static final int NODE_BITS = 16;

  private final Violations violations;
  private final PairTable packed = new PairTable();

  MomentTable(Violations violations) {
    this.violations = violations;
  }

  /** Takes down that a server shows something of the pair just now. */
  void seen(int first, int second, int node) {
    packed.put(first, second, violations.now(node).virtualNanos() << NODE_BITS | node);
  }

  /** Tells whether something was taken down of a pair. */
  boolean has(int first, int second) {
    return packed.get(first, second) != PairTable.ABSENT;
  }

  /** Returns when something was last taken down of a pair of which something was. */
  Moment of(int first, int second) {
    long value = packed.get(first, second);
    return new Moment((int) value & (1 << NODE_BITS) - 1, value >> NODE_BITS);
  }
}
