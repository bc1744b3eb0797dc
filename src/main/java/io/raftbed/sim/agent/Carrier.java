package io.raftbed.sim.agent;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.function.BiFunction;
import java.util.function.LongUnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A platform thread that carries the threads of one simulation at a time. Patched classes of the
 * JDK, which cannot see this class, reach it through the two JDK interfaces.
 */
@SuppressWarnings("overloads") // both interfaces have an andThen; nobody composes carriers
public abstract class Carrier extends Thread
    implements LongUnaryOperator, BiFunction<Object, Object, @Nullable Object> {

  /** Operation: the clock of the running node, in nanoseconds, as System.nanoTime gives it. */
  public static final long NANO_TIME = 0;

  /** Operation: the clock of the running node, in milliseconds since 1970. */
  public static final long MILLIS = 1;

  /** Operation: the clock of the running node, in nanoseconds since 1970. */
  public static final long EPOCH_NANOS = 2;

  /** Operation: the next thread id of the simulation. */
  public static final long THREAD_ID = 3;

  /** Operation: 64 bits from the running node's random stream. */
  public static final long SEED = 4;

  /** Operation: the seed of the running thread's ThreadLocalRandom; asked again, the same. */
  public static final long THREAD_SEED = 5;

  /** Request, with a Runnable: an unstarted simulated thread that runs it. */
  public static final String NEW_THREAD = "newThread";

  /** Request: the executor that CompletableFuture uses where the program names none. */
  public static final String ASYNC_POOL = "asyncPool";

  /** Request, with a Runnable: a Cleaner.Cleanable that runs it when asked, and only then. */
  public static final String CLEANABLE = "cleanable";

  /** Request, with a Throwable: tell that it ended a task, whose Future keeps it; gives null. */
  public static final String TASK_FAILED = "taskFailed";

  /** Request to a scheduler, with a virtual thread: its native monitor was handed to it. */
  public static final String UNBLOCK = "unblock";

  /** Request to a scheduler: a thread is about to be unblocked by the JDK's unblocker. */
  public static final String IN_FLIGHT = "inFlight";

  protected Carrier(String name) {
    super(name);
  }

  /** Returns the carrier that runs the calling thread, or null outside a simulation. */
  public static @Nullable Carrier current() {
    try {
      return (Thread) Holder.CURRENT.invokeExact() instanceof Carrier carrier ? carrier : null;
    } catch (Throwable e) {
      throw new AssertionError("Thread.currentCarrierThread throws nothing", e);
    }
  }

  /** Returns the world of the thread that is running, or null between steps. */
  public abstract @Nullable World world();

  /** Takes an exception that escaped from a simulated thread. */
  public abstract void uncaught(Thread thread, Throwable exception);

  private static final class Holder {
    static final MethodHandle CURRENT;

    static {
      MethodType type = MethodType.methodType(Thread.class);
      MethodHandles.Lookup trusted = TrustedLookup.orNull();
      try {
        // Without the agent no virtual thread is simulated: then a thread is its own carrier.
        CURRENT =
            trusted == null
                ? MethodHandles.lookup().findStatic(Thread.class, "currentThread", type)
                : trusted.findStatic(Thread.class, "currentCarrierThread", type);
      } catch (ReflectiveOperationException e) {
        throw new ExceptionInInitializerError(e);
      }
    }
  }
}
