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

  /** Reached by name only while it runs, so that loading the program cannot know of it. */
  public static final class Hidden {
    public static final long VALUE = Slow.slowly();

    private Hidden() {}
  }

  public static long useHidden(String name) throws ReflectiveOperationException {
    return Class.forName(name).getDeclaredField("VALUE").getLong(null);
  }
}
