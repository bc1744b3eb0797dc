package io.raftbed.net;

import io.raftbed.sim.Delay;
import io.raftbed.trace.NodeName;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;

/** The link that carries the calls of one node to another, and their replies. */
final class Link {

  private final int from;
  private final int to;
  private final RandomGenerator random;
  private final Set<Call> pending = new LinkedHashSet<>();
  private final Map<Class<?>, String> threadNames = new HashMap<>();
  private Profile profile;
  private boolean cut;

  /**
   * Makes a link that is not cut.
   *
   * @param random decides the fate of this link's messages and of no others
   */
  Link(int from, int to, Profile profile, RandomGenerator random) {
    this.from = from;
    this.to = to;
    this.profile = profile;
    this.random = random;
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
  Set<Call> pending() {
    return pending;
  }

  /** Returns the pending calls as they are now; those it ends leave {@link #pending}. */
  List<Call> pendingNow() {
    return List.copyOf(pending);
  }

  long draw(Delay delay) {
    return delay.draw(random);
  }

  boolean happens(double probability) {
    return probability > 0 && random.nextDouble() < probability;
  }

  /** Returns the name of a thread that handles such a request, as in "RequestVote from 2". */
  String threadName(Class<?> requestType) {
    String known = threadNames.get(requestType);
    if (known == null) {
      String type = requestType.getSimpleName();
      String verb = type.endsWith("Args") ? type.substring(0, type.length() - 4) : type;
      known = verb + " from " + NodeName.brief(from);
      threadNames.put(requestType, known);
    }
    return known;
  }
}
