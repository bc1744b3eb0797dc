package io.raftbed.sim.agent;

import org.jspecify.annotations.Nullable;

/** What rewritten classes make in place of a bare Object: its hash code is repeatable. */
public final class IdentityObject {
  /** The hash code that stands for: shared by simulations, so that each must remember its own. */
  static final int SHARED = -1;

  static final String FIELD = "hash";

  private int hash;

  /** As {@link Object#Object()}. */
  public IdentityObject() {}

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Hooks.newIdentityHash(this);
    }
    return hash == SHARED ? Hooks.identityHashCode(this) : hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public String toString() {
    return "java.lang.Object@" + Integer.toHexString(hashCode());
  }
}
