package io.raftbed.scenario.nemesis;

import io.raftbed.scenario.Step;
import io.raftbed.scenario.format.AtLeastOne;
import io.raftbed.scenario.format.Says;
import java.util.List;
import java.util.Optional;

/** A fault script by name. */
@Says("A fault script. Each use draws its numbers anew, 1 to what stands there, and its times.")
public record Nemesis(
    @Says("what it is called") String name,
    @Says("what it does, in a few words") String about,
    @Says("how often it is drawn, beside the others; 1, if it is not said")
        Optional<Integer> weight,
    @Says("what there must be; it is not drawn otherwise") Optional<Need> needs,
    @AtLeastOne @Says("what it does") List<Step> steps) {

  /** What a run must have. */
  public enum Need {
    /** Simulated disks. */
    DISK,
    /** Servers that take snapshots. */
    SNAPSHOTS,
    /** Members that change. */
    MEMBERS
  }

  /** Checks the weight. */
  public Nemesis {
    steps = List.copyOf(steps);
    if (weight.orElse(1) < 1) {
      throw new IllegalArgumentException("weight must be at least 1, not " + weight.orElseThrow());
    }
  }

  boolean changesMembers() {
    return needs.equals(Optional.of(Need.MEMBERS));
  }

  @Override
  public String toString() {
    return name;
  }
}
