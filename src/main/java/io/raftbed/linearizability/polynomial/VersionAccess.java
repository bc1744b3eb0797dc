package io.raftbed.linearizability.polynomial;

import java.util.Set;

/** What an operation does to a value that has a version, as {@link Versions} needs to know it. */
public sealed interface VersionAccess<V> {

  /** It saw a value and its version, from 1. */
  record Seen<V>(long version, V value) implements VersionAccess<V> {}

  /** It saw that there is no value yet: version 0. */
  record Absent<V>() implements VersionAccess<V> {}

  /** It found a version and set the value, and so made the next version. */
  record Replaced<V>(long version, V value) implements VersionAccess<V> {}

  /**
   * It was to set the value if it found a version; whether it did, or came at all, is not known.
   */
  record MayReplace<V>(long version, V value) implements VersionAccess<V> {}

  /** It changed nothing, and found none of these versions. */
  record Unlike<V>(Set<Long> versions) implements VersionAccess<V> {}

  /** It is none of these; the procedure does not fit. */
  record Other<V>() implements VersionAccess<V> {}
}
