package io.raftbed.linearizability.model;

import java.util.Set;

/** What a set of {@code V} answers. */
public sealed interface SetOutput<V> {

  /** An add or a remove took place; whether it changed the set was not told. */
  record Done<V>() implements SetOutput<V> {
    @Override
    public String toString() {
      return "ok";
    }
  }

  /** Whether an add or a remove changed the set, or whether it contains the value. */
  record Answer<V>(boolean isYes) implements SetOutput<V> {
    @Override
    public String toString() {
      return isYes ? "yes" : "no";
    }
  }

  /** All values that are in it. */
  record Elements<V>(Set<V> values) implements SetOutput<V> {
    public Elements {
      values = Set.copyOf(values);
    }

    @Override
    public String toString() {
      return values.stream().map(String::valueOf).sorted().toList().toString();
    }
  }
}
