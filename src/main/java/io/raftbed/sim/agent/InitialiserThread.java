package io.raftbed.sim.agent;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Runs static initialisers, one class after the other, and gives up when one does not end: the
 * caller must not hang on what a program does here.
 */
final class InitialiserThread extends Carrier {
  /** Real milliseconds after which loops are asked to stop, and then until nobody waits longer. */
  private static final long OVERDUE_MILLIS = TimeUnit.SECONDS.toMillis(5);

  private static final long ASKED_MILLIS = TimeUnit.SECONDS.toMillis(5);

  private static final long LOOK_MILLIS = 50;

  private static final int MOST_PART_OF_HEAP = 4;

  /** Thread ids of the JVM's own count from 1; those of simulations have a lower bit set. */
  private static final long FIRST_ID = 1L << 62;

  private final InitialiserWorld world = new InitialiserWorld();
  private final List<Class<?>> classes;
  private long ids = FIRST_ID;
  private volatile String current = "";
  private volatile @Nullable OutOfMemoryError outOfMemory;

  private InitialiserThread(List<Class<?>> classes) {
    super("static initialisers");
    setDaemon(true);
    this.classes = classes;
  }

  /** Initialises the classes in order; returns what went wrong beyond plain exceptions. */
  static Optional<InitialiserFailure> initialise(List<Class<?>> classes) {
    InitialiserThread thread = new InitialiserThread(classes);
    thread.start();
    boolean tooMuch = thread.await(OVERDUE_MILLIS, true);
    return thread.isAlive() ? Optional.of(thread.giveUp(tooMuch)) : thread.failure();
  }

  /**
   * Waits until it ends, for so long at most, or, if asked, until it has allocated too much.
   * Returns whether it has; a moment later it may have run out of memory and hold none.
   */
  private boolean await(long millis, boolean watchesMemory) {
    boolean tooMuch = false;
    boolean interrupted = false;
    long waited = 0;
    while (waited < millis && isAlive() && !tooMuch) {
      try {
        join(LOOK_MILLIS);
        waited += LOOK_MILLIS;
      } catch (InterruptedException e) {
        interrupted = true;
      }
      tooMuch = watchesMemory && allocatesTooMuch();
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return tooMuch;
  }

  /** Whether it has allocated a part of the heap that no constant needs. */
  private boolean allocatesTooMuch() {
    Runtime runtime = Runtime.getRuntime();
    long much = runtime.maxMemory() / MOST_PART_OF_HEAP;
    return runtime.totalMemory() - runtime.freeMemory() > much
        && ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(threadId())
            > much;
  }

  private InitialiserFailure giveUp(boolean tooMuch) {
    String name = current;
    State state = getState();
    List<StackTraceElement> seen = List.of(getStackTrace());
    world.setOverdue();
    Hooks.askAtLoops(true);
    await(ASKED_MILLIS, false);
    Hooks.askAtLoops(false); // a simulation that is overdue asks again at its next look
    InitialiserFailure.Kind kind =
        tooMuch
            ? InitialiserFailure.Kind.OUT_OF_MEMORY
            : isAlive() && state != State.RUNNABLE
                ? InitialiserFailure.Kind.WAITS
                : InitialiserFailure.Kind.RUNS_ON;
    String what = tooMuch ? " uses up the memory" : " does not end";
    OutOfMemoryError error = outOfMemory;
    List<StackTraceElement> stack =
        seen.isEmpty() && error != null ? List.of(error.getStackTrace()) : seen;
    return new InitialiserFailure(kind, "the static initialiser of " + name + what, stack);
  }

  private Optional<InitialiserFailure> failure() {
    OutOfMemoryError error = outOfMemory;
    if (error != null) {
      return Optional.of(
          new InitialiserFailure(
              InitialiserFailure.Kind.OUT_OF_MEMORY,
              "the static initialiser of " + current + " uses up the memory",
              List.of(error.getStackTrace())));
    }
    return world
        .refused()
        .map(what -> new InitialiserFailure(InitialiserFailure.Kind.REFUSED, what, List.of()));
  }

  @Override
  public void run() {
    for (Class<?> type : classes) {
      if (world.refused().isEmpty() && outOfMemory == null && !world.isOverdue()) {
        initialise(type);
      }
    }
  }

  @SuppressWarnings("CatchingUnchecked") // an initialiser may throw anything
  private void initialise(Class<?> type) {
    current = type.getName();
    try {
      var unused = Class.forName(type.getName(), true, type.getClassLoader());
    } catch (OutOfMemoryError e) {
      outOfMemory = e;
    } catch (Throwable e) {
      // A library may name a class that it can do without; otherwise the JVM throws this again
      // where the program uses the class.
    }
  }

  @Override
  public World world() {
    return world;
  }

  @Override
  public long applyAsLong(long operation) {
    if (operation == THREAD_ID) {
      return ids++;
    }
    if (operation == MILLIS || operation == EPOCH_NANOS) {
      long millis = world.currentTimeMillis();
      return operation == MILLIS ? millis : TimeUnit.MILLISECONDS.toNanos(millis);
    }
    if (operation == NANO_TIME) {
      // A wait in an initialiser waits in real time.
      return System.nanoTime();
    }
    return world.seed();
  }

  @Override
  public @Nullable Object apply(Object request, Object argument) {
    return request.equals(NEW_THREAD) || request.equals(ASYNC_POOL)
        ? world.newThread("", () -> {})
        : null;
  }

  @Override
  public void uncaught(Thread thread, Throwable exception) {
    throw new IllegalStateException("a static initialiser has no threads", exception);
  }
}
