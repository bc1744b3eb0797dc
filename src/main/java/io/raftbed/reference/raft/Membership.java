package io.raftbed.reference.raft;

import io.raftbed.lab.Configuration;
import io.raftbed.lab.Configuration.CatchUp;
import io.raftbed.lab.Configuration.Joint;
import io.raftbed.lab.Configuration.Members;
import io.raftbed.lab.Started;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.IntConsumer;

/**
 * Cluster membership changes (§6) by joint consensus: from C_old over C_old,new to C_new, each an
 * entry of the log. New servers catch up before, in a configuration in which they do not vote.
 */
final class Membership {

  private final ServerState state;
  private final Leadership leadership;
  private final IntConsumer newcomer;
  private final IntConsumer successor;

  /**
   * The rules of one server.
   *
   * @param newcomer is told of each server that is to catch up: it may have been here before, in
   *     another life
   * @param successor is told of who is to lead when this server, which is left out, steps down
   */
  Membership(
      ServerState state, Leadership leadership, IntConsumer newcomer, IntConsumer successor) {
    this.state = state;
    this.leadership = leadership;
    this.newcomer = newcomer;
    this.successor = successor;
  }

  /** §6: begins a change; empty when this is not the leader, or not the time for it. */
  Optional<Started> change(List<Integer> next) {
    Configuration now = known().latest();
    if (!state.isLeader() || !isCommitted() || !mayFollow(now, next)) {
      return Optional.empty();
    }
    List<Integer> old = now.members();
    if (next.equals(old)) {
      return leadership.append(new Members(old).command()); // gives up those who do not catch up
    }
    if (old.containsAll(next)) {
      return leadership.append(new Joint(old, next).command());
    }
    next.stream().filter(server -> !known().contains(server)).forEach(newcomer::accept);
    return leadership.append(new CatchUp(old, next).command());
  }

  /** One change at a time; but one that waits for new servers may make room for another. */
  private static boolean mayFollow(Configuration now, List<Integer> next) {
    return !next.isEmpty()
        && switch (now) {
          case Members(var members) -> !next.equals(members);
          case CatchUp(_, var joining) -> !next.equals(joining);
          case Joint _ -> false;
        };
  }

  /** §6: takes the next steps of a change that this server leads, as far as they are due. */
  void advance() {
    while (state.isLeader() && !isSettled() && step()) {
      // One step may be all that the next one waits for, where one server decides alone.
    }
  }

  /** Whether nothing changes: what nearly always holds, and costs nothing then. */
  private boolean isSettled() {
    return isCommitted() && known().latest() instanceof Members && known().contains(state.me());
  }

  private boolean step() {
    if (!isCommitted()) {
      return restate();
    }
    return switch (known().latest()) {
      case CatchUp(var old, var next) ->
          next.stream().filter(server -> !old.contains(server)).allMatch(this::isCaughtUp)
              && append(new Joint(old, next));
      case Joint(_, var next) -> append(new Members(next));
      case Members(var members) -> {
        successor.accept(leadership.mostUpToDate(members));
        state.stepDown(); // "the leader steps down once it has committed the C_new log entry"
        yield false;
      }
    };
  }

  /**
   * §5.4.2, §8: a new leader finds out that an earlier one's entry is committed by an entry of its
   * own term; so that no change waits for a client, it states the configuration once more.
   */
  private boolean restate() {
    return state.log().lastTerm() < state.currentTerm() && append(known().latest());
  }

  private boolean append(Configuration configuration) {
    return leadership.append(configuration.command()).isPresent();
  }

  private boolean isCaughtUp(int server) {
    return leadership.isCaughtUp(server, known().latestIndex());
  }

  /**
   * Whether this server stands for election when its timeout elapses. One that C_new leaves out
   * does so until it knows that C_new is committed: before, it may be needed (dissertation, 4.2.2).
   */
  boolean mayStand() {
    return state.persistent().takesPart() && known().mayHaveVoter(state.me(), state.commitIndex());
  }

  /**
   * Whether a candidate is not heard at all, neither its term nor its plea. A server that was
   * removed stands again and again, as nobody tells it of its removal; "servers disregard
   * RequestVote RPCs when they believe a current leader exists" (§6). Of members that holds here as
   * ever.
   *
   * @param leaderIsHeard whether a leader spoke within the shortest election timeout
   */
  boolean disregards(int candidate, BooleanSupplier leaderIsHeard) {
    return !state.persistent().takesPart()
        || (!known().hasVoter(candidate) && (state.isLeader() || leaderIsHeard.getAsBoolean()));
  }

  private boolean isCommitted() {
    return known().latestIndex() <= state.commitIndex();
  }

  private Configurations known() {
    return state.persistent().configurations();
  }
}
