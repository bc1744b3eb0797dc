package io.raftbed.linearizability.polynomial;

/** What an operation does to a register, as {@link Zones} needs to know it. */
public sealed interface Access<V> {

  /** It wrote a value, or may have. */
  record Write<V>(V value) implements Access<V> {}

  /** It saw a value. */
  record Read<V>(V value) implements Access<V> {}

  /** It is always possible and changes nothing. */
  record Nothing<V>() implements Access<V> {}

  /** It is none of these; the procedure does not fit. */
  record Other<V>() implements Access<V> {}
}
