package io.raftbed.sim.agent;

import java.util.function.BiFunction;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The platform thread that carries the threads of one simulation. Patched classes of the JDK,
 * which cannot see this class, reach it through the two JDK interfaces.
 */
public abstract class Carrier extends Thread
    implements LongUnaryOperator, BiFunction<Object, Object, @Nullable Object> {

  /** Returns the world of the thread that is running, or null between steps. */
  public abstract @Nullable World world();
}
