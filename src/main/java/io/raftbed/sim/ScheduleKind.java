package io.raftbed.sim;

import java.util.random.RandomGenerator;

/** How the next thread is chosen among the runnable ones; written {@code fifo|random|pct:D}. */
public sealed interface ScheduleKind {

  /** First come, first served. */
  record Fifo() implements ScheduleKind {
    @Override
    public String toString() {
      return "fifo";
    }
  }

  /** Each runnable thread is equally likely. */
  record Random() implements ScheduleKind {
    @Override
    public String toString() {
      return "random";
    }
  }

  /**
   * Probabilistic concurrency testing (Burckhardt et al., ASPLOS 2010): random priorities and
   * {@code depth - 1} points at which the running thread's priority drops.
   *
   * @param depth the depth of the bugs aimed at, 1 to 100
   */
  record Pct(int depth) implements ScheduleKind {
    public Pct {
      if (depth < 1 || depth > 100) {
        throw new IllegalArgumentException("a PCT depth is 1 to 100, not " + depth);
      }
    }

    @Override
    public String toString() {
      return "pct:" + depth;
    }
  }

  /**
   * Reads {@code fifo}, {@code random} or {@code pct:D}.
   *
   * @throws IllegalArgumentException with one clear line for anything else
   */
  static ScheduleKind parse(String text) {
    if (text.equals("fifo")) {
      return new Fifo();
    }
    if (text.equals("random")) {
      return new Random();
    }
    if (text.matches("pct:[0-9]{1,3}")) {
      return new Pct(Integer.parseInt(text.substring("pct:".length())));
    }
    throw new IllegalArgumentException(
        "unknown schedule '" + text + "'; use fifo, random or pct:D with D from 1 to 100");
  }

  /** Makes the schedule of one simulation from its own stream. */
  default Schedule make(RandomGenerator random) {
    return switch (this) {
      case Fifo() -> runnable -> 0;
      case Random() -> runnable -> random.nextInt(runnable.size());
      case Pct(int depth) -> new PctSchedule(depth, random);
    };
  }
}
