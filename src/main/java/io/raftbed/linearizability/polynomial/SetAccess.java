package io.raftbed.linearizability.polynomial;

import java.util.Set;

/** What an operation does to a set, as {@link Members} and {@link Snapshots} need to know it. */
public sealed interface SetAccess<V> {

  /** An operation on one element. */
  sealed interface OnElement<V> extends SetAccess<V> {
    /** Returns the element. */
    V element();
  }

  /** It put an element in that was not in, or may have; it has done nothing if that was in. */
  record Add<V>(V element) implements OnElement<V> {}

  /** It took out an element that was in. */
  record Remove<V>(V element) implements OnElement<V> {}

  /**
   * It was to take an element out; whether that was in, or whether it came at all, is not known.
   */
  record MayRemove<V>(V element) implements OnElement<V> {}

  /** It changed nothing, and found an element in. */
  record In<V>(V element) implements OnElement<V> {}

  /** It changed nothing, and found an element not in. */
  record Out<V>(V element) implements OnElement<V> {}

  /** It saw all elements. */
  record All<V>(Set<V> elements) implements SetAccess<V> {}

  /** It is always possible and changes nothing. */
  record Nothing<V>() implements SetAccess<V> {}

  /** It is none of these; the procedure does not fit. */
  record Other<V>() implements SetAccess<V> {}
}
