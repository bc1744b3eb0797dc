package io.raftbed.sim;

import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Words for failures that the runtime itself finds. */
final class Failures {
  private static final int FRAMES = 6;
  private static final int MOST_CAUSES = 4;
  private static final int LONGEST_TEXT = 1_000;

  private Failures() {}

  static Verdict.Fail escaped(Incarnation incarnation, Thread thread, Throwable exception) {
    List<Throwable> causes = causes(exception);
    List<String> facts = new ArrayList<>();
    for (Throwable each : causes) {
      facts.add((each == exception ? "" : "caused by ") + text(each));
      facts.addAll(frames(stack(each)));
    }
    return new Verdict.Fail(
        kind(causes, incarnation.node() < 0),
        incarnation.name()
            + ": "
            + exception.getClass().getName()
            + " escaped from thread '"
            + thread.getName()
            + "'",
        facts,
        incarnation.driver().now());
  }

  private static FailureKind kind(List<Throwable> causes, boolean testbed) {
    if (causes.stream().anyMatch(OutOfMemoryError.class::isInstance)) {
      return FailureKind.OUT_OF_MEMORY;
    } else if (testbed) {
      return FailureKind.TESTBED_FAULT;
    }
    return causes.stream().anyMatch(StackOverflowError.class::isInstance)
        ? FailureKind.STACK_OVERFLOW
        : FailureKind.EXCEPTION;
  }

  /** Returns an exception and its causes, which may go round in a circle. */
  private static List<Throwable> causes(Throwable exception) {
    List<Throwable> causes = new ArrayList<>();
    Throwable next = exception;
    while (next != null && causes.size() < MOST_CAUSES) {
      causes.add(next);
      next = next.getCause();
    }
    return causes;
  }

  /** Returns what an exception says of itself; its methods are the program's and may fail, too. */
  private static String text(Throwable exception) {
    try {
      String text = String.valueOf(exception);
      return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT) + "...";
    } catch (RuntimeException | StackOverflowError e) {
      return exception.getClass().getName() + ", whose toString fails";
    }
  }

  private static StackTraceElement[] stack(Throwable exception) {
    try {
      return exception.getStackTrace();
    } catch (RuntimeException | StackOverflowError e) {
      return new StackTraceElement[0];
    }
  }

  /** A run that needs more memory than there is for it. */
  static Verdict.Fail memory(Driver driver) {
    Thread thread = driver.stepping();
    return new Verdict.Fail(
        FailureKind.OUT_OF_MEMORY,
        "the servers use up the memory: "
            + (driver.allocatedBytes() >> 20)
            + " MB allocated in this run, and too much of it is still in use",
        thread == null ? List.of() : frames(thread.getStackTrace()),
        driver.now());
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

  /** A thread that polls the clock; its stack is where it last let others run. */
  static Verdict.Fail spins(Incarnation incarnation, Thread thread) {
    return new Verdict.Fail(
        FailureKind.BUSY_LOOP,
        incarnation.name()
            + ": thread '"
            + thread.getName()
            + "' reads the clock again and again where it should wait (Thread.sleep, wait, await)",
        frames(thread.getStackTrace()),
        incarnation.driver().now());
  }

  /** Returns what an event tells of an exception that ended a task, and that its Future keeps. */
  static String kept(Throwable exception) {
    String place =
        Arrays.stream(stack(exception))
            .filter(frame -> isTelling(frame.getClassName()))
            .map(frame -> frame.getFileName() + ":" + frame.getLineNumber() + ": ")
            .findFirst()
            .orElse("");
    return place + text(exception) + ", kept in a Future";
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
