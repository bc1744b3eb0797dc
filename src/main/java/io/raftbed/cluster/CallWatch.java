package io.raftbed.cluster;

import io.raftbed.sim.Incarnation;
import io.raftbed.sim.Simulation;
import io.raftbed.trace.FailureKind;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Calls into servers, on threads of theirs; ends the run when one does not return in time. One
 * timer watches them all: the oldest call is due first.
 */
final class CallWatch {

  /** How long a call may take, in virtual nanoseconds; the time of a pause does not count. */
  private static final long LIMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final int SHOWN_FRAMES = 6;

  /** Classes whose frames tell a reader nothing about the server. */
  private static final Pattern RUNTIME =
      Pattern.compile("(java|jdk|io\\.raftbed\\.(sim|cluster))\\.");

  /** A call that has not returned, as far as is known. */
  private static final class Watched {
    final Server server;
    final Incarnation incarnation;
    final String method;
    long due;
    boolean done;
    @Nullable Thread thread;

    Watched(Server server, String method, long due) {
      this.server = server;
      this.incarnation = server.incarnation();
      this.method = method;
      this.due = due;
    }
  }

  private final Simulation simulation;
  private final Deque<Watched> calls = new ArrayDeque<>();
  private boolean armed;

  CallWatch(Simulation simulation) {
    this.simulation = simulation;
  }

  /**
   * Runs a call on a new thread of the server's incarnation and waits for its result.
   *
   * @param method what is called, as failures print it
   * @return its result; empty when the server is crashed before it returns
   */
  <T> Optional<T> call(Server server, String method, Callable<T> task) {
    Watched watched = watch(server, method);
    Optional<T> result =
        watched.incarnation.call(
            method,
            () -> {
              watched.thread = Thread.currentThread();
              return task.call();
            });
    watched.done = true;
    return result;
  }

  /** Runs a call on the current thread, which is one of the server's. */
  void run(Server server, String method, Runnable task) {
    Watched watched = watch(server, method);
    watched.thread = Thread.currentThread();
    task.run();
    watched.done = true;
  }

  private Watched watch(Server server, String method) {
    forgetFinished();
    Watched watched = new Watched(server, method, simulation.now() + LIMIT_NANOS);
    calls.add(watched);
    arm();
    return watched;
  }

  /** A call holds on to its thread; a run makes too many of them to wait for the timer. */
  private void forgetFinished() {
    while (!calls.isEmpty() && isOver(calls.element())) {
      calls.remove();
    }
  }

  private void arm() {
    if (!armed && !calls.isEmpty()) {
      armed = true;
      simulation.after(calls.element().due - simulation.now(), this::check);
    }
  }

  /** Runs as an event. */
  private void check() {
    armed = false;
    long now = simulation.now();
    forgetFinished();
    while (!calls.isEmpty() && calls.element().due <= now) {
      Watched oldest = calls.remove();
      if (!oldest.server.paused()) {
        fail(oldest);
        return;
      }
      oldest.due = now + LIMIT_NANOS;
      calls.add(oldest);
      forgetFinished();
    }
    arm();
  }

  private static boolean isOver(Watched call) {
    return call.done || !call.incarnation.alive();
  }

  private void fail(Watched call) {
    simulation.fail(
        FailureKind.LIVENESS,
        "S%d has not returned from %s for 30 s".formatted(call.server.id(), call.method),
        call.thread == null
            ? List.of("its thread has not begun to run")
            : Stream.concat(frames(call.thread), call.incarnation.holderOf(call.thread).stream())
                .toList());
  }

  private static Stream<String> frames(Thread thread) {
    return Arrays.stream(thread.getStackTrace())
        .filter(frame -> !RUNTIME.matcher(frame.getClassName()).lookingAt())
        .limit(SHOWN_FRAMES)
        .map(frame -> "at " + frame);
  }
}
