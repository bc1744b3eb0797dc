package io.raftbed.sim.agent;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/** What rewritten classes call in place of methods of Thread. */
public final class ThreadHooks {
  /** The lower half of a thread id counts within a simulation, the upper half counts these. */
  private static final long ID_MASK = 0xFFFF_FFFFL;

  /** Numbers the unnamed threads outside a simulation, as Thread does. */
  private static final AtomicInteger THREADS = new AtomicInteger();

  private ThreadHooks() {}

  /** Stands for Thread.currentThread: the object that the program made, where it made one. */
  public static Thread currentThread() {
    Thread current = Thread.currentThread();
    return current.isVirtual() ? SimThread.aliasOf(current) : current;
  }

  /** Stands for Thread.onSpinWait: the thread waited for needs the carrier. */
  public static void onSpinWait() {
    if (Hooks.world() == null) {
      Thread.onSpinWait();
    } else {
      Thread.yield();
    }
  }

  /** Stands for Thread.threadId. */
  public static long threadId(Thread thread) {
    return masked(thread.threadId());
  }

  /** Stands for Thread.getId, which a subclass may override. */
  @SuppressWarnings("deprecation")
  public static long getId(Thread thread) {
    return masked(thread.getId());
  }

  /** Stands for Thread.setName. */
  public static void setName(Thread thread, String name) {
    thread.setName(name);
    if (running(thread) != thread) {
      running(thread).setName(name);
    }
  }

  /** Stands for LockSupport.unpark. */
  public static void unpark(@Nullable Thread thread) {
    LockSupport.unpark(thread == null ? null : running(thread));
  }

  /** Stands for LockSupport.getBlocker. */
  public static @Nullable Object getBlocker(Thread thread) {
    return LockSupport.getBlocker(running(thread));
  }

  static long masked(long id) {
    return Hooks.world() == null ? id : id & ID_MASK;
  }

  static String newName() {
    World world = Hooks.world();
    return world == null ? "Thread-" + THREADS.getAndIncrement() : world.nextThreadName();
  }

  private static Thread running(Thread thread) {
    Thread simulated = thread instanceof SimThread alias ? alias.get() : null;
    return simulated == null ? thread : simulated;
  }
}
