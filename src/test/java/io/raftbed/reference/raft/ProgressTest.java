package io.raftbed.reference.raft;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ProgressTest {

  private static AppendEntriesReply refusal(int xTerm, int xIndex, int xLen) {
    return new AppendEntriesReply(9, false, xTerm, xIndex, xLen);
  }

  private static Log log(int... terms) {
    return new Log(0, 0, Given.entries(terms));
  }

  @Test
  @DisplayName("§5.3: an older success that comes later takes nothing back")
  void reorderedSuccess() {
    Progress progress = new Progress(4);
    progress.matched(6, 5);
    progress.matched(4, 3);
    assertThat(progress.matchIndex()).isEqualTo(6);
    assertThat(progress.nextIndex()).isEqualTo(7);
    assertThat(progress.knownCommit()).isEqualTo(5);
  }

  @Test
  @DisplayName("§5.3: a follower whose log is too short is tried at its end")
  void tooShort() {
    Progress progress = new Progress(9);
    progress.refused(8, refusal(AppendEntriesReply.NONE, AppendEntriesReply.NONE, 3), log());
    assertThat(progress.nextIndex()).isEqualTo(4);
  }

  @Test
  @DisplayName("§5.3: a term that the leader has not is skipped whole")
  void unknownTerm() {
    Progress progress = new Progress(6);
    progress.refused(5, refusal(2, 3, 7), log(1, 1, 3, 3, 3));
    assertThat(progress.nextIndex()).isEqualTo(3);
  }

  @Test
  @DisplayName("§5.3: in a term that both have, the leader goes on after its own last entry")
  void sharedTerm() {
    Progress progress = new Progress(6);
    progress.refused(5, refusal(2, 2, 7), log(1, 2, 2, 3, 3));
    assertThat(progress.nextIndex()).isEqualTo(4);
  }

  @Test
  @DisplayName("§5.3: the same refusal twice steps back once")
  void duplicateRefusal() {
    Progress progress = new Progress(6);
    AppendEntriesReply refusal = refusal(2, 3, 7);
    progress.refused(5, refusal, log(1, 1, 3, 3, 3));
    progress.refused(5, refusal, log(1, 1, 3, 3, 3));
    assertThat(progress.nextIndex()).isEqualTo(3);
  }

  @Test
  @DisplayName("§5.3: a refusal from before a success is too late")
  void lateRefusal() {
    Progress progress = new Progress(4);
    progress.matched(5, 0);
    progress.refused(3, refusal(1, 1, 3), log(2, 2, 2, 2, 2));
    assertThat(progress.nextIndex()).isEqualTo(6);
  }

  @Test
  @DisplayName("§5.3: nextIndex stays above matchIndex and below prevLogIndex + 1")
  void bounds() {
    Progress progress = new Progress(4);
    progress.matched(4, 0);
    progress.refused(4, refusal(AppendEntriesReply.NONE, AppendEntriesReply.NONE, 0), log());
    assertThat(progress.nextIndex()).isEqualTo(5);
    Progress first = new Progress(3);
    first.refused(2, refusal(AppendEntriesReply.NONE, AppendEntriesReply.NONE, 8), log(1, 1));
    assertThat(first.nextIndex()).isEqualTo(2);
  }

  /**
   * The leader of term 8 and followers (a) to (f) of Figure 7, and how many refusals each costs.
   */
  static Stream<Arguments> figure7() {
    return Stream.of(
        Arguments.of("a", new int[] {1, 1, 1, 4, 4, 5, 5, 6, 6}, 1),
        Arguments.of("b", new int[] {1, 1, 1, 4}, 1),
        Arguments.of("c", new int[] {1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 6}, 0),
        Arguments.of("d", new int[] {1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7}, 0),
        Arguments.of("e", new int[] {1, 1, 1, 4, 4, 4, 4}, 2),
        Arguments.of("f", new int[] {1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3}, 2));
  }

  @ParameterizedTest(name = "§5.3, Figure 7: follower ({0}) is repaired after {2} refusals")
  @MethodSource("figure7")
  void figure7Repair(String name, int[] followerLog, int refusals) {
    int[] leaderLog = {1, 1, 1, 4, 4, 5, 5, 6, 6, 6};
    ServerState leader = Given.leader(7, 8, leaderLog);
    ServerState follower = Given.follower(7, 8, followerLog);
    Leadership leadership = new Leadership(leader, 100);
    AppendEntriesReceiver receiver = new AppendEntriesReceiver(follower);
    int refused = -1;
    AppendEntriesReply reply;
    do {
      AppendEntriesArgs args = leadership.appendEntriesTo(1);
      reply = receiver.appendEntries(args);
      leadership.appendEntriesReply(1, args, reply);
      refused++;
    } while (!reply.success());
    assertThat(refused).isEqualTo(refusals);
    assertThat(Given.terms(follower.log())).startsWith(1, 1, 1, 4, 4, 5, 5, 6, 6, 6);
  }
}
