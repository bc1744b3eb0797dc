package io.raftbed.sim;

import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.TraceSink;
import java.util.List;

/**
 * A place in a run for a debugger to stop at: {@link #reached} is called when an event is about to
 * be recorded, on the simulated thread that causes it. What the network or a timer causes comes
 * from no thread of a server: then it is the one that carries the simulation.
 */
public final class Breakpoint implements TraceSink {

  private final long number;
  private final TraceSink sink;
  private final Listener listener;
  private long events;

  /** Hears of it, for who has no debugger. */
  @FunctionalInterface
  public interface Listener {

    /**
     * Takes what {@link Breakpoint#reached} does.
     *
     * @param event what is about to be recorded
     * @param frames where the program is on the calling thread, one frame a line
     */
    void reached(TraceEvent event, List<String> frames);
  }

  /**
   * Makes one for one run.
   *
   * @param number which event, from 1 for the first of the run
   * @param sink takes all events
   */
  public Breakpoint(long number, TraceSink sink, Listener listener) {
    this.number = number;
    this.sink = sink;
    this.listener = listener;
  }

  @Override
  public void accept(TraceEvent event) {
    if (++events == number) {
      reached(event);
    }
    sink.accept(event);
  }

  /**
   * The method to set a breakpoint on; further up the stack is what causes the event.
   *
   * @param event what is about to be recorded
   */
  public void reached(TraceEvent event) {
    listener.reached(event, Failures.frames(Thread.currentThread().getStackTrace()));
  }
}
