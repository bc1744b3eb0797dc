package io.raftbed.suite;

import io.raftbed.lab.RequestVoteArgs;
import io.raftbed.net.Hold;

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

  ContestedTerm(TestContext context) {
    this.context = context;
    this.stage = new Stage(context);
    int[] cast = stage.cast();
    winner = cast[0];
    rival = cast[1];
    voters = new int[] {cast[2], cast[3]};
  }

  /** Lets the rival's late request reach voters that follow the winner. */
  void deliverLate() {
    Hold requests = elect();
    deliver(requests);
  }

  /** Crashes the voters and delivers the rival's request as soon as they are back. */
  void deliverToRestartedVoters() {
    Hold requests = elect();
    stage.close(winner, voters);
    context.sleep(stage.draw(0, 20));
    for (int voter : voters) {
      context.cluster().restart(voter);
    }
    stage.silence();
    deliver(requests);
  }

  /** Returns the rival's requests, one of the winner's term among them if it stood in it. */
  private Hold elect() {
    Hold requests =
        context
            .network()
            .holdRequests(m -> m.from() == rival && m.body() instanceof RequestVoteArgs);
    stage.onlyCalls(winner, voters);
    // A cut link would lose the rival's requests; an open one holds them.
    stage.open(rival, voters);
    stage.elect(winner, voters);
    int term = context.term(winner);
    context.await(RIVAL_LIMIT_MILLIS, () -> context.term(rival) >= term);
    return requests;
  }

  private void deliver(Hold requests) {
    int term = context.term(winner);
    stage.open(rival, voters);
    requests.release(m -> m.body() instanceof RequestVoteArgs args && args.term() == term);
    context.sleep(stage.draw(20, 150));
    requests.drop();
    context.endFaults();
  }
}
