package io.raftbed.sim;

import io.raftbed.sim.agent.Agent;
import io.raftbed.sim.agent.ApplicationClasses;
import io.raftbed.sim.agent.InitialiserFailure;
import io.raftbed.sim.agent.LoadedProgram;
import io.raftbed.sim.agent.UnsupportedJdkException;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Verdict;
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
   * @return a pass when it can run; otherwise the failure of every run of it. For what a simulation
   *     cannot carry the message is the first place and the facts are the others, each with file,
   *     line, what, and what to use instead
   */
  public static Verdict load(Class<?> root) {
    LoadedProgram program = ApplicationClasses.load(root);
    if (program.failure().isPresent()) {
      return failed(program.failure().get());
    }
    List<String> refused = program.refused().stream().map(Object::toString).toList();
    return refused.isEmpty()
        ? new Verdict.Pass()
        : new Verdict.Fail(
            FailureKind.REFUSED_API, refused.getFirst(), refused.subList(1, refused.size()), 0);
  }

  private static Verdict failed(InitialiserFailure failure) {
    FailureKind kind =
        switch (failure.kind()) {
          case REFUSED -> FailureKind.REFUSED_API;
          case RUNS_ON -> FailureKind.BUSY_LOOP;
          case WAITS -> FailureKind.LIVENESS;
          case OUT_OF_MEMORY -> FailureKind.OUT_OF_MEMORY;
        };
    StackTraceElement[] stack = failure.stack().toArray(StackTraceElement[]::new);
    return new Verdict.Fail(kind, failure.message(), Failures.frames(stack), 0);
  }
}
