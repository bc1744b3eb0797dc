package io.raftbed.cluster;

import static io.raftbed.cluster.History.append;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.RequestVoteReply;
import io.raftbed.trace.Moment;
import org.junit.jupiter.api.Test;

class ElectionSafetyTest {

  private static History cluster(int servers) {
    return new History(servers, ElectionSafety::new);
  }

  @Test
  void aMajorityElects() {
    History history = cluster(3).elect(0, 1, 1).send(0, 2, append(1, 0, 0, 0));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void aLateMessageOfAnOlderTermSpeaksForItsTerm() {
    History history =
        cluster(3)
            .elect(0, 1, 1)
            .elect(1, 2, 2)
            .send(1, 2, append(2, 0, 0, 0))
            .send(0, 2, append(1, 0, 0, 0))
            .sendSnapshot(0, 1, 1, 1, 1);
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void twoServersDoNotLeadOneTerm() {
    History history =
        cluster(3)
            .elect(0, 4, 2)
            .elect(1, 4, 2)
            .send(0, 2, append(4, 0, 0, 0))
            .sendSnapshot(1, 2, 4, 1, 1);
    assertThat(history.objections())
        .containsExactly(
            "two leaders in term 4: S0 and S1: votes granted to S0: S2; votes granted to S1: S2");
    assertThat(history.cited())
        .as("both votes, and the first message of each leader")
        .extracting(Moment::node)
        .containsExactly(2, 2, 0, 1);
    assertThat(history.cited()).extracting(Moment::virtualNanos).isSorted().doesNotHaveDuplicates();
  }

  @Test
  void votesOfAnOlderTermDoNotCount() {
    History history = cluster(3).elect(0, 1, 1, 2).askVote(0, 1, 2).send(0, 1, append(2, 0, 0, 0));
    assertThat(history.objections())
        .containsExactly(
            "S0 leads term 2 without a majority: votes of term 2: S0 (itself included);"
                + " needed: 2 of S0, S1, S2");
  }

  @Test
  void aVoteThatIsRepeatedCountsOnce() {
    History history =
        cluster(5).elect(0, 1, 1).grant(1, 0, 1).grant(1, 0, 1).send(0, 1, append(1, 0, 0, 0));
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void halfOfAnEvenClusterIsNoMajority() {
    assertThat(cluster(4).elect(0, 1, 1).send(0, 1, append(1, 0, 0, 0)).objections()).hasSize(1);
    assertThat(cluster(4).elect(0, 1, 1, 2).send(0, 1, append(1, 0, 0, 0)).objections()).isEmpty();
  }

  @Test
  void aRefusalIsNoVote() {
    History history =
        cluster(3)
            .askVote(0, 1, 1)
            .vote(1, 0, 1, new RequestVoteReply(1, false))
            .send(0, 1, append(1, 0, 0, 0));
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void votesInMessagesOfItsOwnAreNotMissed() {
    History history = cluster(3).sendOther(0, 1).send(0, 1, append(1, 0, 0, 0));
    assertThat(history.objections()).isEmpty();
  }
}
