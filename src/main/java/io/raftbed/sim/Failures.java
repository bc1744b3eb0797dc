package io.raftbed.sim;

import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.List;

/** Words for failures that the runtime itself finds. */
final class Failures {
  private static final int FRAMES = 6;

  private Failures() {}

  static Verdict.Fail escaped(Incarnation incarnation, Thread thread, Throwable exception) {
    boolean testbed = incarnation.node() < 0;
    List<String> facts = new ArrayList<>();
    for (Throwable e = exception; e != null; e = e.getCause()) {
      facts.add((e == exception ? "" : "caused by ") + e);
      facts.addAll(frames(e.getStackTrace()));
    }
    return new Verdict.Fail(
        testbed ? FailureKind.TESTBED_FAULT : FailureKind.EXCEPTION,
        incarnation.name()
            + ": "
            + exception.getClass().getName()
            + " escaped from thread '"
            + thread.getName()
            + "'",
        facts,
        incarnation.driver().now());
  }

  static Verdict.Fail busy(Incarnation incarnation, Thread thread) {
    return new Verdict.Fail(
        FailureKind.BUSY_LOOP,
        incarnation.name()
            + ": thread '"
            + thread.getName()
            + "' runs on and on without waiting for anything",
        frames(thread.getStackTrace()),
        incarnation.driver().now());
  }

  /** Returns the frames that tell a reader most: those outside the JDK and the testbed. */
  static List<String> frames(StackTraceElement[] stack) {
    List<String> frames = new ArrayList<>();
    for (StackTraceElement frame : stack) {
      if (frames.size() < FRAMES && isTelling(frame.getClassName())) {
        frames.add("  at " + frame);
      }
    }
    return frames;
  }

  static boolean isTelling(String className) {
    return !className.startsWith("java.")
        && !className.startsWith("jdk.")
        && !className.startsWith("io.raftbed.sim.")
        && !className.startsWith("io.raftbed.net.")
        && !className.startsWith("io.raftbed.cluster.")
        && !className.startsWith("io.raftbed.cli.");
  }
}
