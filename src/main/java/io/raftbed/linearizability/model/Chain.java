package io.raftbed.linearizability.model;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What is in a stack, topmost first: an immutable list that grows and shrinks at its front and
 * shares the rest.
 */
public final class Chain<V> {

  private final @Nullable V first;
  private final @Nullable Chain<V> rest;
  private final int size;
  private final int hash;

  private Chain(@Nullable V first, @Nullable Chain<V> rest, int size, int hash) {
    this.first = first;
    this.rest = rest;
    this.size = size;
    this.hash = hash;
  }

  static <V> Chain<V> empty() {
    return new Chain<>(null, null, 0, 0);
  }

  Chain<V> push(V value) {
    return new Chain<>(value, this, size + 1, 31 * hash + value.hashCode());
  }

  int size() {
    return size;
  }

  /** Returns the first value of a chain that is not empty. */
  V first() {
    return Objects.requireNonNull(first);
  }

  /** Returns what comes after the first value of a chain that is not empty. */
  Chain<V> rest() {
    return Objects.requireNonNull(rest);
  }

  Chain<V> reversed() {
    Chain<V> reversed = empty();
    for (Chain<V> at = this; at.size > 0; at = at.rest()) {
      reversed = reversed.push(at.first());
    }
    return reversed;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    if (!(other instanceof Chain<?> that) || hash != that.hash || size != that.size) {
      return false;
    }
    Chain<?> mine = this;
    Chain<?> theirs = that;
    while (mine != theirs && mine.size > 0) {
      if (!mine.first().equals(theirs.first())) {
        return false;
      }
      mine = mine.rest();
      theirs = theirs.rest();
    }
    return true;
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder("[");
    for (Chain<V> at = this; at.size > 0; at = at.rest()) {
      text.append(at == this ? "" : ", ").append(at.first());
    }
    return text.append(']').toString();
  }
}
