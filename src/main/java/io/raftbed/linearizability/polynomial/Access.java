package io.raftbed.linearizability.polynomial;

import java.util.Set;

/** What an operation does to a register, as {@link Zones} needs to know it. */
public sealed interface Access<V> {

  /** It wrote a value, or may have if its outcome is unknown. */
  record Write<V>(V value) implements Access<V> {}

  /**
   * It found one value and replaced it by another. If its outcome is unknown it may have done so,
   * and has done nothing where it found another value.
   */
  record Replace<V>(V expected, V value) implements Access<V> {}

  /** It saw a value. */
  record Read<V>(V value) implements Access<V> {}

  /** It changes nothing, and is possible unless the value is one of these. */
  record Unlike<V>(Set<V> values) implements Access<V> {}

  /** It is none of these; the procedure does not fit. */
  record Other<V>() implements Access<V> {}

  /** Returns that of an operation which is always possible and changes nothing. */
  static <V> Access<V> nothing() {
    return new Unlike<>(Set.of());
  }
}
