package io.raftbed.scenario.shrink;

import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.ScriptAction;
import io.raftbed.scenario.Step;
import io.raftbed.scenario.Time;
import io.raftbed.scenario.format.Smaller;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Leaves out of a scenario what its failure does not need: first whole runs of steps, long ones
 * first (delta debugging, Zeller and Hildebrandt, 2002), then anything else, one thing at a time,
 * until nothing can go.
 */
public final class Shrinker {

  private static final Smaller SMALLER =
      new Smaller(value -> value instanceof Time time ? time.smaller() : Stream.of());

  /** Tells whether a scenario still fails in the same way. */
  @FunctionalInterface
  public interface Trial {

    /**
     * Returns a seed with which it does; empty also for a scenario that cannot run.
     *
     * @throws InterruptedException when there is no more time
     */
    OptionalLong failingSeed(Scenario scenario) throws InterruptedException;
  }

  /** Takes each smaller scenario that still fails, as it is found. */
  @FunctionalInterface
  public interface Listener {

    /** Takes the smallest one so far. */
    void smaller(Scenario scenario);
  }

  private final Trial trial;
  private final Listener listener;
  private Scenario smallest;

  private Shrinker(Scenario failing, Trial trial, Listener listener) {
    this.smallest = failing;
    this.trial = trial;
    this.listener = listener;
  }

  /**
   * Makes a scenario as small as it gets.
   *
   * @param failing fails; its first seed shows that
   * @throws InterruptedException from the trial; the listener has had the smallest one so far
   */
  public static Scenario shrink(Scenario failing, Trial trial, Listener listener)
      throws InterruptedException {
    Shrinker shrinker = new Shrinker(failing, trial, listener);
    do {
      shrinker.leaveOutSteps();
    } while (shrinker.leaveOutOneThing());
    return shrinker.smallest;
  }

  private void leaveOutSteps() throws InterruptedException {
    for (int length = smallest.steps().size() / 2; length >= 1; length /= 2) {
      for (int end = smallest.steps().size(); end >= length; ) {
        // From the end: later steps depend on earlier ones, seldom the other way round.
        boolean isLeftOut = length < smallest.steps().size() && accept(without(end - length, end));
        end = Math.min(end - (isLeftOut ? length : Math.max(1, length)), smallest.steps().size());
      }
    }
  }

  private Scenario without(int from, int to) {
    List<Step> steps = new ArrayList<>(smallest.steps().subList(0, from));
    steps.addAll(smallest.steps().subList(to, smallest.steps().size()));
    return smallest.withSteps(steps);
  }

  private boolean leaveOutOneThing() throws InterruptedException {
    Iterator<Scenario> candidates =
        Stream.concat(unrolled(), SMALLER.of(smallest).map(Scenario.class::cast)).iterator();
    while (candidates.hasNext()) {
      if (accept(candidates.next())) {
        return true;
      }
    }
    return false;
  }

  /** What is repeated stands there once, as steps like all others. */
  private Stream<Scenario> unrolled() {
    List<Step> steps = smallest.steps();
    return Stream.iterate(0, i -> i < steps.size(), i -> i + 1)
        .filter(i -> steps.get(i).action() instanceof ScriptAction.Repeat)
        .map(i -> {
          List<Step> flat = new ArrayList<>(steps.subList(0, i));
          flat.addAll(((ScriptAction.Repeat) steps.get(i).action()).steps());
          flat.addAll(steps.subList(i + 1, steps.size()));
          return smallest.withSteps(flat);
        });
  }

  private boolean accept(Scenario candidate) throws InterruptedException {
    OptionalLong seed = trial.failingSeed(candidate);
    if (seed.isEmpty()) {
      return false;
    }
    smallest = candidate.withSeed(seed.getAsLong());
    listener.smaller(smallest);
    return true;
  }
}
