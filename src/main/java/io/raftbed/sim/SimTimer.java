package io.raftbed.sim;

import java.util.concurrent.Delayed;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Something that happens at a virtual time; the face that the JDK's timed waits hold of it. */
final class SimTimer implements ScheduledFuture<@Nullable Object> {
  final long due;
  final @Nullable Incarnation incarnation;
  long sequence;
  @Nullable Timers queue;
  private @Nullable Runnable action;
  private boolean cancelled;

  SimTimer(long due, @Nullable Incarnation incarnation, Runnable action) {
    this.due = due;
    this.incarnation = incarnation;
    this.action = action;
  }

  /** Happens, unless it was cancelled or its incarnation has been crashed. */
  void fire() {
    Runnable task = action;
    action = null;
    if (task != null && (incarnation == null || incarnation.alive())) {
      task.run();
    }
  }

  @Override
  public boolean cancel(boolean mayInterrupt) {
    if (cancelled || action == null) {
      return false;
    }
    cancelled = true;
    action = null;
    if (queue != null) {
      queue.noteCancelled();
    }
    return true;
  }

  @Override
  public boolean isCancelled() {
    return cancelled;
  }

  @Override
  public boolean isDone() {
    return cancelled || action == null;
  }

  @Override
  public @Nullable Object get() {
    throw new UnsupportedOperationException("nobody waits for a timer of the simulation");
  }

  @Override
  public @Nullable Object get(long timeout, TimeUnit unit) {
    return get();
  }

  @Override
  public long getDelay(TimeUnit unit) {
    throw new UnsupportedOperationException("nobody asks a timer of the simulation");
  }

  @Override
  public int compareTo(Delayed other) {
    throw new UnsupportedOperationException("timers of the simulation are ordered by Timers");
  }
}
