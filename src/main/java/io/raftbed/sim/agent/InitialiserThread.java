package io.raftbed.sim.agent;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs static initialisers, one class after the other, and gives up when one does not end: the
 * caller must not hang on what a program does here.
 */
final class InitialiserThread extends Carrier {
  /** Real milliseconds after which loops are asked to stop, and then until nobody waits longer. */
  private static final long OVERDUE_MILLIS = TimeUnit.SECONDS.toMillis(5);

  private static final long ASKED_MILLIS = TimeUnit.SECONDS.toMillis(5);

  /** Thread ids of the JVM's own count from 1; those of simulations have a lower bit set. */
  private static final long FIRST_ID = 1L << 62;

  private final InitialiserWorld world = new InitialiserWorld();
  private final List<Class<?>> classes;
  private long ids = FIRST_ID;
  private volatile String current = "";
  private volatile boolean outOfMemory;

  private InitialiserThread(List<Class<?>> classes) {
    super("static initialisers");
    setDaemon(true);
    this.classes = classes;
  }

  /** Initialises the classes in order; returns what went wrong beyond plain exceptions. */
  static Optional<InitialiserFailure> initialise(List<Class<?>> classes) {
    InitialiserThread thread = new InitialiserThread(classes);
    thread.start();
    Optional<InitialiserFailure> stuck = thread.await();
    return stuck.isPresent() ? stuck : thread.failure();
  }

  private Optional<InitialiserFailure> await() {
    if (hasEnded(OVERDUE_MILLIS)) {
      return Optional.empty();
    }
    State state = getState();
    StackTraceElement[] stack = getStackTrace();
    world.setOverdue();
    Hooks.askAtLoops(true);
    boolean ended = hasEnded(ASKED_MILLIS);
    Hooks.askAtLoops(false); // a simulation that is overdue asks again at its next look
    boolean waits = !ended && state != State.RUNNABLE;
    return Optional.of(
        new InitialiserFailure(
            waits ? InitialiserFailure.Kind.WAITS : InitialiserFailure.Kind.RUNS_ON,
            "the static initialiser of " + current + " does not end",
            List.of(stack)));
  }

  private boolean hasEnded(long millis) {
    boolean interrupted = false;
    long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (isAlive() && System.nanoTime() < end) {
      try {
        join(Math.max(1, TimeUnit.NANOSECONDS.toMillis(end - System.nanoTime())));
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return !isAlive();
  }

  private Optional<InitialiserFailure> failure() {
    Supplier<Optional<InitialiserFailure>> memory =
        () ->
            outOfMemory
                ? Optional.of(
                    new InitialiserFailure(
                        InitialiserFailure.Kind.OUT_OF_MEMORY,
                        "the static initialiser of " + current + " used up the memory",
                        List.of()))
                : Optional.empty();
    return world
        .refused()
        .map(what -> new InitialiserFailure(InitialiserFailure.Kind.REFUSED, what, List.of()))
        .or(memory);
  }

  @Override
  public void run() {
    for (Class<?> type : classes) {
      if (world.refused().isEmpty() && !outOfMemory) {
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
      outOfMemory = true;
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
