package io.raftbed.sim.agent;

import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/**
 * What rewritten classes call for time, identity, output and loops. Outside a simulation each
 * method does what the JDK does.
 */
public final class Hooks {
  /** The number of processors that every simulated machine has. */
  private static final int PROCESSORS = 4;

  private static final ClassValue<Boolean> OVERRIDES_HASH_CODE =
      new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
          return overridesHashCode(type);
        }
      };

  private static volatile boolean loopsAsk;

  private Hooks() {}

  /** Returns the world of the running thread, or null outside a simulation. */
  public static @Nullable World world() {
    Carrier carrier = Carrier.current();
    return carrier == null ? null : carrier.world();
  }

  /** Makes every loop ask {@link World#overdue} at each turn, or stop asking. */
  public static void askAtLoops(boolean ask) {
    loopsAsk = ask;
  }

  /** Stands at the end of each turn of a loop. */
  public static void poll() {
    if (loopsAsk) {
      World world = world();
      if (world != null) {
        world.overdue();
      }
    }
  }

  /** Stands before whatever is refused. */
  public static void refuse(String what) {
    World world = world();
    if (world != null) {
      world.refused(what);
    }
  }

  /** Stands for System.nanoTime. */
  public static long nanoTime() {
    World world = world();
    return world == null ? System.nanoTime() : world.nanoTime();
  }

  /** Stands for System.currentTimeMillis. */
  public static long currentTimeMillis() {
    World world = world();
    return world == null ? System.currentTimeMillis() : world.currentTimeMillis();
  }

  /** Stands for Runtime.availableProcessors. */
  public static int availableProcessors(Runtime runtime) {
    return world() == null ? runtime.availableProcessors() : PROCESSORS;
  }

  /** Stands for System.out. */
  public static PrintStream out() {
    World world = world();
    return world == null ? System.out : world.out();
  }

  /** Stands for System.err. */
  public static PrintStream err() {
    World world = world();
    return world == null ? System.err : world.err();
  }

  /** Stands for System.identityHashCode, and for Object.hashCode called as super.hashCode(). */
  public static int identityHashCode(@Nullable Object object) {
    World world = world();
    return world == null || object == null
        ? System.identityHashCode(object)
        : world.identityHash(object);
  }

  /** Gives an object that remembers it its identity hash code. */
  public static int newIdentityHash(Object object) {
    World world = world();
    return world == null ? System.identityHashCode(object) : world.nextIdentityHash();
  }

  /** Stands for hashCode on a receiver whose class may be one of the JDK that inherits it. */
  public static int hashCode(Object object) {
    return world() == null || OVERRIDES_HASH_CODE.get(object.getClass())
        ? object.hashCode()
        : identityHashCode(object);
  }

  static boolean overridesHashCode(Class<?> type) {
    try {
      return type.getMethod("hashCode").getDeclaringClass() != Object.class;
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }
}
