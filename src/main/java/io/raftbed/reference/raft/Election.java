package io.raftbed.reference.raft;

import io.raftbed.lab.RequestVoteArgs;
import io.raftbed.lab.RequestVoteReply;
import java.util.OptionalInt;

/** Leader election (§5.2, §5.4.1): the box "RequestVote RPC" and the rules for candidates. */
final class Election {

  private final ServerState state;

  Election(ServerState state) {
    this.state = state;
  }

  /** §5.2: starts an election: a new term, a vote for oneself. A server alone wins at once. */
  void begin() {
    state.becomeCandidate();
    state.persistent().voteFor(state.me());
    count(state.me());
  }

  /** §5.2: what a candidate sends to all other servers. */
  RequestVoteArgs ballot() {
    Log log = state.log();
    return new RequestVoteArgs(state.currentTerm(), state.me(), log.lastIndex(), log.lastTerm());
  }

  /** Answers a candidate. */
  RequestVoteReply requestVote(RequestVoteArgs args) {
    state.observeTerm(args.term()); // §5.1
    boolean granted =
        args.term() == state.currentTerm() // §5.1: false to a candidate of an older term
            && mayVoteFor(args.candidateId())
            && isUpToDate(args);
    if (granted) {
      state.persistent().voteFor(args.candidateId());
    }
    return new RequestVoteReply(state.currentTerm(), granted);
  }

  /**
   * §5.2: hears one voter's answer to a ballot.
   *
   * @return whether this vote decided the election, and the candidate has become leader
   */
  boolean voteReply(int voter, RequestVoteArgs args, RequestVoteReply reply) {
    state.observeTerm(reply.term()); // §5.1
    // §5.2: a late answer to an earlier ballot is no vote in this term
    return reply.voteGranted() && args.term() == state.currentTerm() && count(voter);
  }

  private boolean count(int voter) {
    if (!(state.role() instanceof Role.Candidate(var votes))) {
      return false;
    }
    votes.add(voter);
    boolean won = state.quorum().wonBy(votes);
    if (won) {
      state.becomeLeader();
    }
    return won;
  }

  /** §5.2: one vote in a term, first come, first served; asked again, the answer is the same. */
  private boolean mayVoteFor(int candidate) {
    OptionalInt votedFor = state.persistent().votedFor();
    return votedFor.isEmpty() || votedFor.getAsInt() == candidate;
  }

  /** §5.4.1: the later last term is more up-to-date; in equal terms, the longer log. */
  private boolean isUpToDate(RequestVoteArgs args) {
    Log log = state.log();
    if (args.lastLogTerm() != log.lastTerm()) {
      return args.lastLogTerm() > log.lastTerm();
    }
    return args.lastLogIndex() >= log.lastIndex();
  }
}
