package io.raftbed.sim;

import io.raftbed.sim.agent.Carrier;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * The scheduler of one incarnation's virtual threads. It is a ForkJoinPool because JDK 25 sends the
 * timed waits of a virtual thread to its scheduler only when that is one; as a pool it never runs
 * anything.
 */
final class NodeScheduler extends ForkJoinPool
    implements BiFunction<Object, Object, @Nullable Object> {
  private final Incarnation incarnation;

  NodeScheduler(Incarnation incarnation) {
    super(1);
    this.incarnation = incarnation;
  }

  @Override
  public void execute(Runnable task) {
    if (VirtualThreads.isContinuation(task)) {
      incarnation.runnable(VirtualThreads.threadOf(task), task);
    } else {
      incarnation.start("async", task);
    }
  }

  @Override
  public ScheduledFuture<?> schedule(Runnable command, long delay, TimeUnit unit) {
    return incarnation.timer(unit.toNanos(delay), command);
  }

  /** Answers the patched JDK: native monitors, and the delayed tasks of CompletableFuture. */
  @Override
  @SuppressWarnings("FutureReturnValueIgnored") // the JDK only asks whether it was taken
  public @Nullable Object apply(Object request, Object argument) {
    if (request.equals(Carrier.UNBLOCK)) {
      return incarnation.driver().nativeMonitors().unblocked((Thread) argument);
    }
    if (request.equals(Carrier.IN_FLIGHT)) {
      return incarnation.driver().nativeMonitors().inFlight();
    }
    Future<?> task = (Future<?>) request;
    incarnation.timer(
        (Long) argument - incarnation.clock().nanoTime(),
        () -> {
          if (!task.isDone()) {
            incarnation.start("delayed", (Runnable) task);
          }
        });
    return task;
  }
}
