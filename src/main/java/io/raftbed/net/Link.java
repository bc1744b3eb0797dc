package io.raftbed.net;

import io.raftbed.sim.Delay;
import io.raftbed.sim.Simulation;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * The link that carries the calls of one node to another, and their replies. Most links of a large
 * cluster, those between followers, carry hardly any: one that was never used holds next to
 * nothing.
 */
final class Link {

  private final Simulation simulation;
  private final int from;
  private final int to;
  private final List<Call> pending = new ArrayList<>();
  private Profile profile = Profile.RELIABLE;
  private boolean cut;
  private @Nullable RandomGenerator random;

  /** Makes a link that is reliable and not cut. */
  Link(Simulation simulation, int from, int to) {
    this.simulation = simulation;
    this.from = from;
    this.to = to;
  }

  int from() {
    return from;
  }

  int to() {
    return to;
  }

  Profile profile() {
    return profile;
  }

  void profile(Profile other) {
    profile = other;
  }

  boolean isCut() {
    return cut;
  }

  void cut(boolean on) {
    cut = on;
  }

  /** The calls that a cut would end, oldest first: those with no reply on its way yet. */
  List<Call> pending() {
    return pending;
  }

  /** Returns the pending calls as they are now; those it ends leave {@link #pending}. */
  List<Call> pendingNow() {
    return List.copyOf(pending);
  }

  long draw(Delay delay) {
    return delay.draw(random());
  }

  boolean happens(double probability) {
    return probability > 0 && random().nextDouble() < probability;
  }

  /** Returns what decides the fate of this link's messages, and of no others. */
  private RandomGenerator random() {
    RandomGenerator drawn = random;
    if (drawn == null) {
      drawn = simulation.random("network/" + from + "->" + to);
      random = drawn;
    }
    return drawn;
  }
}
