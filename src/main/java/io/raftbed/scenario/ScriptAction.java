package io.raftbed.scenario;

import io.raftbed.scenario.format.AtLeastOne;
import io.raftbed.scenario.format.Inline;
import io.raftbed.scenario.format.Says;
import java.util.List;
import java.util.Optional;

/** What a step does about the other steps. */
public sealed interface ScriptAction extends Action {

  @Says("Lets time pass.")
  record Sleep(@Says("how much") Time time) implements ScriptAction {}

  @Says("Gives a name to the server that has a role now.")
  record Remember(@Says("the name") String as, @Says("which server") Target server)
      implements ScriptAction {}

  @Says("Fails unless a condition, one of those below, holds now or comes to hold in time.")
  record Expect(
      @Says("what") @Inline Condition condition,
      @Says("how long to wait for it; not at all, if it is not said") Optional<Time> within)
      implements ScriptAction {}

  @Says("Takes some steps several times.")
  record Repeat(@Says("how often") int times, @AtLeastOne @Says("which steps") List<Step> steps)
      implements ScriptAction {
    public Repeat {
      steps = List.copyOf(steps);
      if (times < 1) {
        throw new IllegalArgumentException("times must be at least 1, not " + times);
      }
    }
  }

  @Says(
      "Ends all faults: heals links, loses what is held, sets disks, clocks and services right,"
          + " calls off crashes to come, boots what is down.")
  record EndFaults() implements ScriptAction {}

  @Says(
      "Ends all faults for a majority of the members, which is drawn; the other members crash or"
          + " are cut off, and stay so.")
  record KeepMajority() implements ScriptAction {}
}
