package io.raftbed.sim.agent.samples;

/** Reaches other classes, each in another way. */
public class Program {
  /** Called only by Deep. */
  static class Deep {
    static final String INITIALISED = note("Deep");

    static void touch() {
      Forbidden.exit();
    }
  }

  static String note(String name) {
    System.setProperty("raftbed.sample." + name, "initialised");
    return name;
  }

  public static Object[] reach() {
    Deep.touch();
    return new HarmlessStatics[0];
  }
}
