package io.raftbed.sim.agent;

import java.util.List;

/**
 * Why a program's static initialisers make it unfit to run; an exception does not, for it is thrown
 * again where the class is used.
 *
 * @param kind what kind of failure
 * @param message one sentence
 * @param stack where the initialiser was seen last, or ran out of memory; empty when it has ended
 *     otherwise
 */
public record InitialiserFailure(Kind kind, String message, List<StackTraceElement> stack) {

  /** What an initialiser did. */
  public enum Kind {
    /** Reached what a simulation cannot carry. */
    REFUSED,
    /** Runs on and on. */
    RUNS_ON,
    /** Waits for something that does not come. */
    WAITS,
    /** Used up the memory. */
    OUT_OF_MEMORY
  }

  public InitialiserFailure {
    stack = List.copyOf(stack);
  }
}
