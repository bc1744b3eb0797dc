package io.raftbed.trace;

import java.util.concurrent.TimeUnit;

/** The detail of an event about the clock or the disk of a server: what befell it. */
public sealed interface MachineDetail {

  /**
   * The clock runs fast or slow from now on.
   *
   * @param ppm parts per million, negative for slow; 0: true again
   */
  record Drift(int ppm) implements MachineDetail {
    @Override
    public String toString() {
      return "runs " + ppm + " ppm fast";
    }
  }

  /**
   * The wall time jumps.
   *
   * @param nanos by so many nanoseconds, negative for back
   */
  record Jump(long nanos) implements MachineDetail {
    @Override
    public String toString() {
      return "wall time jumps by " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms";
    }
  }

  /**
   * The disk stands still.
   *
   * @param nanos for so many virtual nanoseconds
   */
  record Stall(long nanos) implements MachineDetail {
    @Override
    public String toString() {
      return "stalls for " + TimeUnit.NANOSECONDS.toMillis(nanos) + " ms";
    }
  }

  /** The machine lost its power. */
  record PowerLoss() implements MachineDetail {
    @Override
    public String toString() {
      return "power lost";
    }
  }

  /**
   * An operation of the disk failed.
   *
   * @param operation which one, in words
   */
  record IoError(String operation) implements MachineDetail {
    @Override
    public String toString() {
      return "I/O error: " + operation;
    }
  }

  /**
   * A bit on the disk turned over.
   *
   * @param file the name of the file
   */
  record BitFlip(String file) implements MachineDetail {
    @Override
    public String toString() {
      return "a bit of " + file + " turns over";
    }
  }

  /** All that was saved is gone. */
  record Wipe() implements MachineDetail {
    @Override
    public String toString() {
      return "wiped: nothing is left of what was saved";
    }
  }
}
