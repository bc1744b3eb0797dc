package io.raftbed.sim.agent;

import java.lang.invoke.MethodHandles.Lookup;
import org.jspecify.annotations.Nullable;

/** Holds the agent's lookup into {@code java.lang}; set once, before {@link Hooks} is used. */
final class TrustedLookup {
  private static volatile @Nullable Lookup lookup;

  private TrustedLookup() {}

  static void set(Lookup intoJavaLang) {
    lookup = intoJavaLang;
  }

  static @Nullable Lookup get() {
    return lookup;
  }
}
