package io.raftbed.sim.agent;

import java.lang.invoke.MethodHandles;
import org.jspecify.annotations.Nullable;

/**
 * The lookup into {@code java.lang} that {@link Agent} obtains once, before anything is simulated.
 */
public final class TrustedLookup {
  private static MethodHandles.@Nullable Lookup lookup;

  private TrustedLookup() {}

  static MethodHandles.@Nullable Lookup orNull() {
    return lookup;
  }

  static void set(MethodHandles.Lookup trusted) {
    lookup = trusted;
  }

  /**
   * Returns the lookup.
   *
   * @throws IllegalStateException when the JVM runs without Raftbed's agent
   */
  public static MethodHandles.Lookup get() {
    if (lookup == null) {
      throw new IllegalStateException(
          "Raftbed's agent is not running: start with java -jar raftbed.jar or"
              + " -javaagent:raftbed.jar");
    }
    return lookup;
  }
}
