package io.raftbed.suite;

import io.raftbed.lab.RequestVoteArgs;
import io.raftbed.net.Hold;
import io.raftbed.net.MessageInFlight;
import java.util.OptionalInt;

/**
 * Two candidates in one term of five servers: the winner reaches two voters; every RequestVote of
 * its rival is held until the test delivers the one of the very term that the winner leads.
 */
final class ContestedTerm {
  private static final long RIVAL_LIMIT_MILLIS = 5_000;

  private final TestContext context;
  private final Stage stage;
  private final int winner;
  private final int rival;
  private final int[] voters;
  private final int next;

  ContestedTerm(TestContext context) {
    this.context = context;
    this.stage = new Stage(context);
    int[] cast = stage.cast();
    winner = cast[0];
    rival = cast[1];
    voters = new int[] {cast[2], cast[3]};
    next = cast[4];
  }

  /** Lets the rival's late request reach voters that follow the winner. */
  void deliverLate() {
    Hold requests = elect();
    stage.open(rival, voters);
    deliver(requests, context.term(winner));
  }

  /** Lets it reach them when they have heard of a later term, in which they have not voted yet. */
  void deliverInLaterTerm() {
    Hold requests = elect();
    int term = context.term(winner);
    stage.slow(voters);
    stage.lead(next, winner, rival);
    stage.open(next, voters);
    context.sleep(stage.draw(200, 400));
    stage.silence();
    stage.open(rival, voters);
    deliver(requests, term);
  }

  /** Crashes the voters and delivers the rival's request as soon as they are back. */
  void deliverToRestartedVoters() {
    Hold requests = elect();
    stage.close(winner, voters);
    context.sleep(stage.draw(0, 20));
    for (int voter : voters) {
      context.cluster().restart(voter);
    }
    int term = context.term(winner);
    stage.silence();
    stage.open(rival, voters);
    deliver(requests, term);
  }

  /** Crashes a candidate that nobody has answered, and lets its rival ask it in the same term. */
  void deliverToRestartedCandidate() {
    Hold own = holdBallotsOf(winner);
    Hold requests = holdBallotsOf(rival);
    stage.silence();
    stage.open(winner, rival);
    stage.open(rival, winner);
    // Terms are read off the ballots: a call of the candidate might make it save what it has not.
    context.await(RIVAL_LIMIT_MILLIS, () -> isLastBallotContested(own, requests));
    int term = own.messages().stream().mapToInt(ContestedTerm::termOf).max().orElse(0);
    context.cluster().restart(winner);
    own.drop();
    stage.open(rival, winner);
    deliver(requests, term);
  }

  private static boolean isLastBallotContested(Hold own, Hold requests) {
    OptionalInt term = own.messages().stream().mapToInt(ContestedTerm::termOf).max();
    return term.isPresent()
        && requests.messages().stream().anyMatch(m -> termOf(m) == term.getAsInt());
  }

  /** Returns the rival's requests, one of the winner's term among them if it stood in it. */
  private Hold elect() {
    Hold requests = holdBallotsOf(rival);
    stage.onlyCalls(winner, voters);
    // A cut link would lose the rival's requests; an open one holds them.
    stage.open(rival, voters);
    stage.elect(winner, voters);
    int term = context.term(winner);
    context.await(RIVAL_LIMIT_MILLIS, () -> context.term(rival) >= term);
    return requests;
  }

  private Hold holdBallotsOf(int candidate) {
    return context
        .network()
        .holdRequests(m -> m.from() == candidate && m.body() instanceof RequestVoteArgs);
  }

  private void deliver(Hold requests, int term) {
    requests.release(message -> termOf(message) == term);
    context.sleep(stage.draw(20, 150));
    requests.drop();
    context.endFaults();
  }

  /** Returns the term of a ballot. */
  private static int termOf(MessageInFlight ballot) {
    return ((RequestVoteArgs) ballot.body()).term();
  }
}
