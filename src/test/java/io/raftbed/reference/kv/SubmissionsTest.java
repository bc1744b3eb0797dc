package io.raftbed.reference.kv;

import static io.raftbed.reference.kv.Journal.bytes;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.RaftState;
import io.raftbed.lab.Started;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SubmissionsTest {

  private static final long FIRST = Long.MAX_VALUE;
  private static final byte[] REPLY = bytes("reply");

  private final Submissions submissions = new Submissions(FIRST);

  private Submission startedAt(int index, int term) {
    Submission submission = submissions.open();
    submissions.started(submission, new Started(index, term));
    return submission;
  }

  private static void assertAnswered(Submission submission, byte[] reply) {
    assertThat(submission.hasOutcome()).isTrue();
    assertThat(submission.await()).hasValue(reply);
  }

  private static void assertGivenUp(Submission submission) {
    assertThat(submission.hasOutcome()).isTrue();
    assertThat(submission.await()).isEmpty();
  }

  private static void assertWaits(Submission submission) {
    assertThat(submission.hasOutcome()).isFalse();
  }

  @Test
  void anOperationIsAnsweredByItsOwnId() {
    Submission first = startedAt(1, 1);
    Submission second = startedAt(2, 1);
    assertThat(second.id()).isNotEqualTo(first.id());
    submissions.applied(1, first.id(), REPLY);
    assertAnswered(first, REPLY);
    assertWaits(second);
  }

  @Test
  @DisplayName("another operation at the index: the one that waited for it gives up")
  void overtaken() {
    Submission waiting = startedAt(3, 1);
    submissions.applied(2, 7, REPLY);
    assertWaits(waiting);
    submissions.applied(3, 8, REPLY);
    assertGivenUp(waiting);
  }

  @Test
  @DisplayName("a server that leads twice: two operations at one index, each with its own outcome")
  void sameIndexTwice() {
    Submission lost = startedAt(3, 1);
    Submission kept = startedAt(3, 4);
    submissions.applied(3, kept.id(), REPLY);
    assertGivenUp(lost);
    assertAnswered(kept, REPLY);
  }

  @Test
  void anAnswerBeforeRaftHasToldTheIndexCounts() {
    Submission fast = submissions.open();
    submissions.applied(1, fast.id(), REPLY);
    submissions.started(fast, new Started(1, 1));
    assertAnswered(fast, REPLY);
  }

  @Test
  void anIndexThatWasDecidedBeforeRaftHasToldItIsLost() {
    Submission slow = submissions.open();
    submissions.applied(1, 7, REPLY);
    assertWaits(slow);
    submissions.started(slow, new Started(1, 1));
    assertGivenUp(slow);
  }

  @Test
  @DisplayName("§7: an installed snapshot decides all indexes that it covers")
  void snapshotOverWaiters() {
    Submission covered = startedAt(4, 1);
    Submission after = startedAt(6, 1);
    submissions.decidedUpTo(5);
    assertGivenUp(covered);
    assertWaits(after);
  }

  @Test
  @DisplayName("dissertation 6.2: whoever was started under a lost leadership gives up")
  void lostLeadership() {
    Submission waiting = startedAt(1, 2);
    submissions.observe(submissions.started(), new RaftState(2, true));
    assertWaits(waiting);
    submissions.observe(submissions.started(), new RaftState(2, false));
    assertGivenUp(waiting);
  }

  @Test
  void anotherTermIsALostLeadershipEvenIfTheServerLeadsAgain() {
    Submission waiting = startedAt(1, 2);
    submissions.observe(submissions.started(), new RaftState(3, true));
    assertGivenUp(waiting);
  }

  @Test
  @DisplayName("what was started after the look at Raft may belong to a newer leadership")
  void staleLook() {
    List<Submission> candidates = submissions.started();
    Submission newer = startedAt(1, 2);
    submissions.observe(candidates, new RaftState(2, false));
    assertWaits(newer);
  }

  @Test
  void anOperationThatRaftDoesNotHoldYetIsNoCandidate() {
    Submission early = submissions.open();
    assertThat(submissions.started()).isEmpty();
    submissions.observe(List.of(early), new RaftState(9, false));
    assertWaits(early);
  }

  @Test
  void nothingIsKeptOfWhatIsClosed() {
    for (int index = 1; index <= 100; index++) {
      Submission submission = startedAt(index, 1);
      submissions.applied(index, submission.id(), REPLY);
      submissions.close(submission);
    }
    assertThat(submissions.isEmpty()).isTrue();
    submissions.close(submissions.open());
    assertThat(submissions.isEmpty()).isTrue();
  }
}
