package io.raftbed.sim.samples;

/** Classes whose initialisers wait. */
public final class SlowStart {
  private SlowStart() {}

  private static final class Slow {
    static final long VALUE = slowly();

    private static long slowly() {
      Waits.pause(300);
      return 7;
    }
  }

  public static long use() {
    return Slow.VALUE;
  }
}
