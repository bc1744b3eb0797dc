package io.raftbed.sim;

import io.raftbed.sim.agent.Agent;
import io.raftbed.sim.agent.ApplicationClasses;
import io.raftbed.sim.agent.UnsupportedJdkException;
import java.util.List;

/** Prepares the program under test before its first run. */
public final class Programs {
  private Programs() {}

  /**
   * Makes the JVM ready to load programs, which takes some tenths of a second the first time. Must
   * run before the first class of a program is loaded; where the JVM was started with {@code
   * -javaagent:raftbed.jar}, it has been done.
   *
   * @throws UnsupportedJdkException if the JDK is not the one that Raftbed runs on
   */
  public static void prepare() {
    Agent.install();
  }

  /**
   * Loads and initialises a class and all classes of its program that it can reach, outside any
   * simulation: an initialiser that ran inside one would run for one server on behalf of all.
   *
   * @param root the class through which the program is entered
   * @return what the program uses that a simulation cannot carry: file, line, what, and what to use
   *     instead; empty when it can run
   */
  public static List<String> load(Class<?> root) {
    return ApplicationClasses.load(root).stream().map(Object::toString).toList();
  }
}
