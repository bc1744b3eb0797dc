package io.raftbed.sim;

import io.raftbed.sim.agent.TrustedLookup;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import org.jspecify.annotations.Nullable;

/** What the runtime reaches of JDK 25's virtual threads beyond their public face. */
final class VirtualThreads {
  /** States of java.lang.VirtualThread, as JDK 25 numbers them. */
  static final int STARTED = 1;

  static final int BLOCKED = 13;
  static final int WAIT = 16;
  static final int TIMED_WAIT = 18;

  private static final MethodHandle NEW;
  private static final VarHandle STATE;
  private static final VarHandle ON_WAITING_LIST;
  private static final MethodHandle UNBLOCK;
  private static final MethodHandle OWNER;
  private static final Class<?> CONTINUATION;
  private static final MethodHandle THREAD_OF;

  static {
    try {
      MethodHandles.Lookup lookup = TrustedLookup.get();
      Class<?> virtual = Class.forName("java.lang.VirtualThread");
      Class<?> builders = Class.forName("java.lang.ThreadBuilders");
      NEW =
          lookup.findStatic(
              builders,
              "newVirtualThread",
              MethodType.methodType(
                  Thread.class, Executor.class, String.class, int.class, Runnable.class));
      MethodHandles.Lookup inside = MethodHandles.privateLookupIn(virtual, MethodHandles.lookup());
      STATE = inside.findVarHandle(virtual, "state", int.class);
      ON_WAITING_LIST = inside.findVarHandle(virtual, "onWaitingList", boolean.class);
      UNBLOCK =
          inside
              .findVirtual(virtual, "unblock", MethodType.methodType(void.class))
              .asType(MethodType.methodType(void.class, Thread.class));
      OWNER =
          MethodHandles.privateLookupIn(AbstractOwnableSynchronizer.class, MethodHandles.lookup())
              .findVirtual(
                  AbstractOwnableSynchronizer.class,
                  "getExclusiveOwnerThread",
                  MethodType.methodType(Thread.class));
      Runnable continuation = probe();
      CONTINUATION = continuation.getClass();
      // The continuation is the method reference this::runContinuation; its one captured value is
      // the thread.
      THREAD_OF =
          MethodHandles.privateLookupIn(CONTINUATION, MethodHandles.lookup())
              .unreflectGetter(opened(CONTINUATION))
              .asType(MethodType.methodType(Thread.class, Runnable.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private VirtualThreads() {}

  /** Initialises this class outside any simulation, whose thread numbers it would use up. */
  static void initialize() {}

  private static java.lang.reflect.Field opened(Class<?> continuation) {
    java.lang.reflect.Field captured = continuation.getDeclaredFields()[0];
    captured.setAccessible(true);
    return captured;
  }

  private static Runnable probe() {
    AtomicReference<@Nullable Runnable> seen = new AtomicReference<>();
    create(seen::set, "probe", () -> {}).start();
    Runnable continuation = seen.get();
    if (continuation == null) {
      throw new IllegalStateException("a virtual thread did not start through its scheduler");
    }
    return continuation;
  }

  /** Makes an unstarted virtual thread on a scheduler of ours. */
  static Thread create(Executor scheduler, String name, Runnable task) {
    try {
      return (Thread) NEW.invokeExact(scheduler, name, 0, task);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Whether what an executor is asked to run is a virtual thread to be continued. */
  static boolean isContinuation(Runnable task) {
    return task.getClass() == CONTINUATION;
  }

  /** Returns the virtual thread that a continuation belongs to. */
  static Thread threadOf(Runnable continuation) {
    try {
      return (Thread) THREAD_OF.invokeExact(continuation);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  static int state(Thread thread) {
    return (int) STATE.getVolatile(thread);
  }

  static boolean onWaitingList(Thread thread) {
    return (boolean) ON_WAITING_LIST.getVolatile(thread);
  }

  /** Lets a thread that was handed a native monitor go on. */
  static void unblock(Thread thread) {
    try {
      UNBLOCK.invokeExact(thread);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** Returns who holds a lock of java.util.concurrent exclusively. */
  static @Nullable Thread owner(AbstractOwnableSynchronizer synchronizer) {
    try {
      return (Thread) OWNER.invokeExact(synchronizer);
    } catch (Throwable e) {
      throw unexpected(e);
    }
  }

  /** A simulated thread's number within its simulation: the low half of its id. */
  static int number(Thread thread) {
    return (int) thread.threadId();
  }

  private static RuntimeException unexpected(Throwable e) {
    return new IllegalStateException("the JDK's virtual threads are not as expected", e);
  }
}
