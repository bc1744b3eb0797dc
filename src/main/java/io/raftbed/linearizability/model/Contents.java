package io.raftbed.linearizability.model;

import org.jspecify.annotations.Nullable;

/** What is in a queue, oldest first; immutable, and shares what it can with what was before. */
public final class Contents<V> {

  private final Chain<V> oldest;
  private final Chain<V> newest;
  private final int hash;

  private Contents(Chain<V> oldest, Chain<V> newest, int hash) {
    this.oldest = oldest;
    this.newest = newest;
    this.hash = hash;
  }

  static <V> Contents<V> empty() {
    return new Contents<>(Chain.empty(), Chain.empty(), 0);
  }

  int size() {
    return oldest.size() + newest.size();
  }

  Contents<V> add(V value) {
    int grown = hash * 31 + value.hashCode();
    return oldest.size() == 0
        ? new Contents<>(oldest.push(value), newest, grown)
        : new Contents<>(oldest, newest.push(value), grown);
  }

  /** Returns the oldest value; there must be one. */
  V head() {
    return oldest.first();
  }

  /** Returns the contents without the oldest value; there must be one. */
  Contents<V> withoutHead() {
    int left = hash - head().hashCode() * power(size() - 1);
    return oldest.size() == 1
        ? new Contents<>(newest.reversed(), Chain.empty(), left)
        : new Contents<>(oldest.rest(), newest, left);
  }

  private static int power(int exponent) {
    int result = 1;
    int base = 31;
    for (int left = exponent; left != 0; left >>= 1) {
      result *= (left & 1) == 0 ? 1 : base;
      base *= base;
    }
    return result;
  }

  private Chain<V> all() {
    Chain<V> all = newest.reversed();
    for (Chain<V> at = oldest.reversed(); at.size() > 0; at = at.rest()) {
      all = all.push(at.first());
    }
    return all;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Contents<?> that
        && hash == that.hash
        && size() == that.size()
        && ((oldest == that.oldest && newest == that.newest) || all().equals(that.all()));
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return all().toString();
  }
}
