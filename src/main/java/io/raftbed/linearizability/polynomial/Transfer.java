package io.raftbed.linearizability.polynomial;

/** What an operation does to a queue or a stack. */
public sealed interface Transfer<V> {

  /** It put a value in. */
  record Insert<V>(V value) implements Transfer<V> {}

  /** It took a value out. */
  record Remove<V>(V value) implements Transfer<V> {}

  /** It found nothing to take out. */
  record Empty<V>() implements Transfer<V> {}

  /** It is none of these, or nobody knows; the procedure does not fit. */
  record Other<V>() implements Transfer<V> {}
}
