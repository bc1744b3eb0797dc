package io.raftbed.storage;

import io.raftbed.sim.Delay;

/**
 * What may befall one operation of a simulated disk: probabilities from 0 to 1, drawn
 * independently.
 *
 * @param error it fails with an I/O error
 * @param stall a sync takes {@code stalled} longer
 * @param stalled how long
 * @param misread a read returns one bit turned over; the next read may be right
 */
public record DiskFaults(double error, double stall, Delay stalled, double misread) {

  /** Nothing befalls an operation. */
  public static final DiskFaults NONE = new DiskFaults(0, 0, Delay.millis(0), 0);

  public DiskFaults {
    requireProbability("error", error);
    requireProbability("stall", stall);
    requireProbability("misread", misread);
  }

  /** Nothing but I/O errors. */
  public static DiskFaults errors(double probability) {
    return new DiskFaults(probability, 0, Delay.millis(0), 0);
  }

  /** Nothing but stalls. */
  public static DiskFaults stalls(double probability, Delay stalled) {
    return new DiskFaults(0, probability, stalled, 0);
  }

  /** The same with another chance of a misread. */
  public DiskFaults withMisreads(double probability) {
    return new DiskFaults(error, stall, stalled, probability);
  }

  private static void requireProbability(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " is " + value + ", not between 0 and 1.");
    }
  }
}
