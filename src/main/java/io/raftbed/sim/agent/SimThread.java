package io.raftbed.sim.agent;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What rewritten classes make in place of a Thread. In a simulation it is only the object that the
 * program holds; a thread of the running world does the work. Outside it is an ordinary thread.
 */
public class SimThread extends Thread implements Supplier<@Nullable Thread> {
  /** Lets a simulated thread find the object that the program knows it by. */
  private static final ThreadLocal<SimThread> ALIAS = new ThreadLocal<>();

  private volatile @Nullable Thread simulated;
  private volatile @Nullable UncaughtExceptionHandler handler;
  private int hash;

  /** As {@link Thread#Thread()}. */
  public SimThread() {
    super(ThreadHooks.newName());
  }

  /** As {@link Thread#Thread(Runnable)}. */
  public SimThread(@Nullable Runnable task) {
    super(task, ThreadHooks.newName());
  }

  /** As {@link Thread#Thread(ThreadGroup, Runnable)}. */
  public SimThread(@Nullable ThreadGroup group, @Nullable Runnable task) {
    super(group, task, ThreadHooks.newName());
  }

  /** As {@link Thread#Thread(String)}. */
  public SimThread(String name) {
    super(name);
  }

  /** As {@link Thread#Thread(ThreadGroup, String)}. */
  public SimThread(@Nullable ThreadGroup group, String name) {
    super(group, name);
  }

  /** As {@link Thread#Thread(Runnable, String)}. */
  public SimThread(@Nullable Runnable task, String name) {
    super(task, name);
  }

  /** As {@link Thread#Thread(ThreadGroup, Runnable, String)}. */
  public SimThread(@Nullable ThreadGroup group, @Nullable Runnable task, String name) {
    super(group, task, name);
  }

  /** As {@link Thread#Thread(ThreadGroup, Runnable, String, long)}. */
  public SimThread(
      @Nullable ThreadGroup group, @Nullable Runnable task, String name, long stackSize) {
    super(group, task, name, stackSize);
  }

  /** As {@link Thread#Thread(ThreadGroup, Runnable, String, long, boolean)}. */
  public SimThread(
      @Nullable ThreadGroup group,
      @Nullable Runnable task,
      String name,
      long stackSize,
      boolean inheritThreadLocals) {
    super(group, task, name, stackSize, inheritThreadLocals);
  }

  /** Returns the object that the program knows the running virtual thread by. */
  static Thread aliasOf(Thread current) {
    SimThread alias = ALIAS.get();
    return alias == null ? current : alias;
  }

  /** Returns the simulated thread that does the work, or null when none was started. */
  @Override
  public final @Nullable Thread get() {
    return simulated;
  }

  @Override
  public void start() {
    World world = Hooks.world();
    if (world == null && simulated == null) {
      super.start();
    } else if (world == null || getState() != State.NEW) {
      throw new IllegalThreadStateException();
    } else {
      start(world);
    }
  }

  private void start(World world) {
    Thread thread = world.newThread(getName(), this::runAsAlias);
    thread.setContextClassLoader(super.getContextClassLoader());
    UncaughtExceptionHandler own = handler;
    if (own != null) {
      thread.setUncaughtExceptionHandler((running, e) -> own.uncaughtException(this, e));
    }
    if (super.isInterrupted()) {
      thread.interrupt();
    }
    simulated = thread;
    thread.start();
  }

  @SuppressWarnings("DoNotCall") // this is where the program's run method runs
  private void runAsAlias() {
    ALIAS.set(this);
    run();
  }

  @Override
  public void interrupt() {
    Thread thread = simulated;
    if (thread == null) {
      super.interrupt();
    } else {
      thread.interrupt();
    }
  }

  @Override
  public boolean isInterrupted() {
    Thread thread = simulated;
    return thread == null ? super.isInterrupted() : thread.isInterrupted();
  }

  @Override
  public State getState() {
    Thread thread = simulated;
    return thread == null ? super.getState() : thread.getState();
  }

  @Override
  public StackTraceElement[] getStackTrace() {
    Thread thread = simulated;
    return thread == null ? super.getStackTrace() : thread.getStackTrace();
  }

  @Override
  public @Nullable ClassLoader getContextClassLoader() {
    Thread thread = simulated;
    return thread == null ? super.getContextClassLoader() : thread.getContextClassLoader();
  }

  @Override
  public void setContextClassLoader(@Nullable ClassLoader loader) {
    Thread thread = simulated;
    if (thread == null) {
      super.setContextClassLoader(loader);
    } else {
      thread.setContextClassLoader(loader);
    }
  }

  @Override
  public void setUncaughtExceptionHandler(@Nullable UncaughtExceptionHandler handler) {
    super.setUncaughtExceptionHandler(handler);
    this.handler = handler;
    Thread thread = simulated;
    if (thread != null) {
      thread.setUncaughtExceptionHandler(
          handler == null ? null : (running, e) -> handler.uncaughtException(this, e));
    }
  }

  @Override
  public int hashCode() {
    if (hash == 0) {
      hash = Hooks.newIdentityHash(this);
    }
    return hash;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return this == other;
  }

  @Override
  public String toString() {
    return "Thread[#" + ThreadHooks.masked(threadId()) + "," + getName() + "]";
  }
}
