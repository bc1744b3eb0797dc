package io.raftbed.cluster;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * Which snapshots services took, over all servers and all time, and up to which index. Only their
 * lengths and hash codes are kept: they may be many and long.
 */
final class SnapshotLedger {

  private record Content(int length, int hash) {
    static Content of(byte[] snapshot) {
      return new Content(snapshot.length, Arrays.hashCode(snapshot));
    }
  }

  private final Map<Content, NavigableSet<Integer>> indexes = new HashMap<>();

  /** Takes note of a snapshot that a service took. */
  void taken(int index, byte[] snapshot) {
    indexes.computeIfAbsent(Content.of(snapshot), content -> new TreeSet<>()).add(index);
  }

  /** Returns whether a service took this very snapshot up to an index. */
  boolean has(int index, byte[] snapshot) {
    return indexes.getOrDefault(Content.of(snapshot), new TreeSet<>()).contains(index);
  }

  /**
   * Returns the last index up to which a service took this very snapshot; empty when none did.
   * States that are equal at several indexes have equal snapshots.
   */
  Optional<Integer> lastIndex(byte[] snapshot) {
    return Optional.ofNullable(indexes.get(Content.of(snapshot))).map(NavigableSet::last);
  }
}
