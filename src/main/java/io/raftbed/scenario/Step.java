package io.raftbed.scenario;

import io.raftbed.scenario.format.Inline;
import io.raftbed.scenario.format.Says;
import java.util.Optional;

/**
 * One thing to do, and when. Steps are taken one after the other; one whose moment does not come is
 * left out, and the run notes it.
 */
@Says("One thing to do, and when: at once when nothing is said.")
public record Step(
    @Says("not before this time since the start of the run") Optional<Time> at,
    @Says("as soon as this holds") Optional<Condition> when,
    @Says("how long to wait for \"when\"; 5s, if it is not said") Optional<Time> within,
    @Inline Action action) {

  /** Checks that what is said goes together. */
  public Step {
    if (within.isPresent() && when.isEmpty()) {
      throw new IllegalArgumentException(
          "\"within\" says how long to wait, and there is no \"when\"");
    }
  }

  /** Returns a step that is taken at once. */
  public static Step of(Action action) {
    return new Step(Optional.empty(), Optional.empty(), Optional.empty(), action);
  }
}
