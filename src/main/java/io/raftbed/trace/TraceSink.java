package io.raftbed.trace;

/** Takes the events of one run as they happen, in order, on one thread. */
@FunctionalInterface
public interface TraceSink {

  /** Ignores every event. */
  TraceSink NONE = event -> {};

  /**
   * Takes one event; steps of threads are not among them.
   *
   * @param event what happened
   */
  void accept(TraceEvent event);
}
