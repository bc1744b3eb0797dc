package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Procedure.Decision;
import io.raftbed.linearizability.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which update made which version. */
final class Updates<I, O, V> {

  /** Versions up to here are dealt with. */
  private static final long MOST = Integer.MAX_VALUE;

  private record Valued<I, O, V>(Operation<I, O> operation, V value) {}

  private final Map<Long, Valued<I, O, V>> seen = new HashMap<>();
  private final Map<Long, Valued<I, O, V>> makers = new HashMap<>();
  private final Map<Long, List<Valued<I, O, V>>> candidates = new HashMap<>();
  private @Nullable Decision<I, O> no;
  private @Nullable Operation<I, O> lastSeen;
  private long last;
  private boolean isAmbiguous;

  /** Takes an operation; returns false if it is of another kind. */
  boolean add(Operation<I, O> operation, VersionAccess<V> access) {
    return switch (access) {
      case VersionAccess.Seen<V>(long version, V value) -> see(operation, version, value);
      case VersionAccess.Replaced<V>(long version, V value) -> make(operation, version, value);
      case VersionAccess.MayReplace<V>(long version, V value) -> {
        candidates
            .computeIfAbsent(version + 1, _ -> new ArrayList<>(1))
            .add(new Valued<>(operation, value));
        yield version >= 0 && version < MOST;
      }
      case VersionAccess.Absent<V> _ -> true;
      case VersionAccess.Unlike<V> _ -> true;
      case VersionAccess.Other<V> _ -> false;
    };
  }

  private boolean see(Operation<I, O> operation, long version, V value) {
    Valued<I, O, V> other = seen.putIfAbsent(version, new Valued<>(operation, value));
    if (other != null && !other.value().equals(value)) {
      refuse("saw two values of one version", List.of(other.operation(), operation));
    }
    reach(operation, version);
    return version > 0 && version < MOST;
  }

  private boolean make(Operation<I, O> operation, long version, V value) {
    Valued<I, O, V> other = makers.putIfAbsent(version + 1, new Valued<>(operation, value));
    if (other != null) {
      refuse("replaced one and the same version", List.of(other.operation(), operation));
    }
    reach(operation, version + 1);
    return version >= 0 && version < MOST;
  }

  private void reach(Operation<I, O> operation, long version) {
    if (version > last) {
      last = version;
      lastSeen = operation;
    }
  }

  private void refuse(String what, List<Operation<I, O>> operations) {
    no = no == null ? Refusal.of(what, operations) : no;
  }

  /** Returns the decision if two operations make it. */
  Optional<Decision<I, O>> no() {
    return Optional.ofNullable(no);
  }

  /** Finds what made each version; returns the decision if nothing can have made one. */
  Optional<Decision<I, O>> resolve(Work work) {
    for (long version = 1; version <= last && no == null; version++) {
      work.unit();
      Valued<I, O, V> witness = seen.get(version);
      Valued<I, O, V> maker = makers.get(version);
      if (maker == null) {
        choose(version, witness);
      } else if (witness != null && !maker.value().equals(witness.value())) {
        refuse(
            "do not agree on the value of version " + version,
            List.of(maker.operation(), witness.operation()));
      }
    }
    return no();
  }

  private void choose(long version, @Nullable Valued<I, O, V> witness) {
    List<Valued<I, O, V>> possible =
        candidates.getOrDefault(version, List.of()).stream()
            .filter(it -> witness == null || it.value().equals(witness.value()))
            .toList();
    if (possible.isEmpty()) {
      Operation<I, O> needs = witness == null ? lastSeen : witness.operation();
      refuse("needs version %d, which nobody made".formatted(version), List.of(needs));
    } else {
      makers.put(version, possible.getFirst());
      isAmbiguous |= possible.size() > 1;
    }
  }

  /** Returns whether an operation made a version. */
  boolean made(long version, Operation<I, O> operation) {
    Valued<I, O, V> maker = makers.get(version);
    return maker != null && maker.operation() == operation;
  }

  /** Returns whether there was a choice. */
  boolean isAmbiguous() {
    return isAmbiguous;
  }

  /** Returns whether there may be a version after the last one that was seen. */
  boolean mayGoOn() {
    return candidates.containsKey(last + 1);
  }

  /** Returns the operation that surely saw or made the last version; empty if there is only 0. */
  Optional<Operation<I, O>> lastSeen() {
    return Optional.ofNullable(lastSeen);
  }
}
