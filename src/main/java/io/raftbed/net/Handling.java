package io.raftbed.net;

import io.raftbed.sim.Simulation;
import io.raftbed.trace.FailureKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Runs what a server brings along, and turns what goes wrong there into a failure of the run. */
final class Handling {

  private static final int SHOWN_FRAMES = 4;

  /**
   * A message on its way: the network's copy.
   *
   * @param body the message
   * @param bytes its encoded bytes
   */
  record Parcel(Record body, int bytes) {}

  private Handling() {}

  /** Runs a handler on its own thread and returns the network's copy of its reply. */
  static Parcel run(
      Simulation simulation, Endpoint server, UnaryOperator<Record> handler, Record request) {
    Record reply;
    try {
      reply = handler.apply(request);
    } catch (Throwable e) {
      throw failed(simulation, handling(server, request) + " threw " + e, frames(e));
    }
    if (reply == null) {
      String what = handling(server, request) + " returned null; a handler must return a reply";
      throw failed(simulation, what, List.of());
    }
    return packed(simulation, server.node(), reply);
  }

  /** Copies and weighs a message that a server sends. */
  static Parcel packed(Simulation simulation, int sender, Record message) {
    try {
      int bytes = Messages.size(message);
      return new Parcel(Messages.copy(message), bytes);
    } catch (RuntimeException e) {
      String what = "server %d cannot send %s: ".formatted(sender, typeOf(message));
      throw failed(simulation, what + e.getMessage(), frames(e));
    }
  }

  /** Ends the run; only for the compiler does it return something to throw. */
  private static IllegalStateException failed(
      Simulation simulation, String message, List<String> facts) {
    simulation.fail(FailureKind.EXCEPTION, message, facts);
    return new IllegalStateException(message);
  }

  private static String handling(Endpoint server, Record request) {
    return "server %d, handling %s,".formatted(server.node(), typeOf(request));
  }

  private static String typeOf(Record message) {
    return message.getClass().getSimpleName();
  }

  /** The innermost frames that are neither the JDK's nor the testbed's, and the cause. */
  private static List<String> frames(Throwable e) {
    List<String> facts = new ArrayList<>();
    Arrays.stream(e.getStackTrace())
        .filter(frame -> !isOfRuntime(frame.getClassName()))
        .limit(SHOWN_FRAMES)
        .forEach(frame -> facts.add("at " + frame));
    if (e.getCause() != null) {
      facts.add("caused by " + e.getCause());
    }
    return facts;
  }

  private static boolean isOfRuntime(String className) {
    return className.startsWith("java.")
        || className.startsWith("jdk.")
        || className.startsWith("sun.")
        || className.startsWith("io.raftbed.net.")
        || className.startsWith("io.raftbed.sim.")
        || className.startsWith("io.raftbed.cluster.");
  }
}
