package io.raftbed.start;

import io.raftbed.cli.Main;
import io.raftbed.sim.agent.Agent;
import java.lang.instrument.Instrumentation;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Where the JVM enters the jar. Compiled for Java 8, so that a JVM which is too old for all other
 * classes can say so; it loads them only where it calls them.
 */
public final class Start {

  private static final int OLDEST = 25;
  private static final int USAGE = 2;

  private Start() {}

  /** Starts the command line; on a JVM that is too old, prints one line and ends with 2. */
  public static void main(String[] arguments) {
    requireNew();
    Main.main(arguments);
  }

  /** Starts the agent before a program, as {@code -javaagent} asks; else as {@link #main}. */
  public static void premain(String arguments, Instrumentation jvm) {
    requireNew();
    Agent.premain(arguments, jvm);
  }

  /** Starts the agent before {@link #main}, which says what is wrong on a JVM that is too old. */
  public static void agentmain(String arguments, Instrumentation jvm) {
    if (!complaint(System::getProperty).isPresent()) {
      Agent.agentmain(arguments, jvm);
    }
  }

  private static void requireNew() {
    Optional<String> complaint = complaint(System::getProperty);
    if (complaint.isPresent()) {
      System.err.println(complaint.get());
      System.exit(USAGE);
    }
  }

  /** Returns what is wrong with a JVM of these system properties; empty when it is new enough. */
  static Optional<String> complaint(UnaryOperator<String> properties) {
    return feature(properties.apply("java.specification.version")) >= OLDEST
        ? Optional.empty()
        : Optional.of(
            "raftbed: needs Java 25; this is "
                + properties.apply("java.version")
                + " at "
                + properties.apply("java.home")
                + "; use ./raftbed, which finds one");
  }

  /** Java 8 and those before it call themselves 1.8 and so on. */
  private static int feature(String version) {
    return Integer.parseInt(version.startsWith("1.") ? version.substring(2) : version);
  }
}
