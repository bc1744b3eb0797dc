package io.raftbed.report;

import static io.raftbed.report.SampleRun.event;
import static io.raftbed.report.SampleRun.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.report.Role.Standing;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.TraceEvent;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class RoleTest {

  private static final TraceEvent BOOT = event(0, 0, EventKind.BOOT, "with nothing saved");
  private static final TraceEvent LEADS = event(0, 0, EventKind.LEADER, "term 2");

  private static TraceEvent sends(String message) {
    return message(0, 0, EventKind.SEND, 1, message, 1);
  }

  private static TraceEvent replies(String message) {
    return message(0, 0, EventKind.REPLY, 1, message, 1);
  }

  private static Standing after(TraceEvent... events) {
    Role.Table table = new Role.Table();
    List<Standing> standings = Arrays.stream(events).map(table::standingAfter).toList();
    return standings.getLast();
  }

  @Test
  void whoAsksForVotesIsACandidateInTheTermThatItNames() {
    assertThat(after(BOOT)).isEqualTo(new Standing(Role.FOLLOWER, 0));
    assertThat(after(BOOT, sends("RequestVoteArgs[term=2]")))
        .isEqualTo(new Standing(Role.CANDIDATE, 2));
  }

  @Test
  void aLeaderThatAsksForAVoteOnceMoreStillLeads() {
    assertThat(
            after(BOOT, sends("RequestVoteArgs[term=2]"), LEADS, sends("RequestVoteArgs[term=2]")))
        .isEqualTo(new Standing(Role.LEADER, 2));
  }

  @Test
  void aLaterTermMakesAFollowerEvenOfWhoRefuses() {
    assertThat(
            after(
                sends("AppendEntriesArgs[term=2]"),
                LEADS,
                replies("RequestVoteReply[term=3, voteGranted=false]")))
        .isEqualTo(new Standing(Role.FOLLOWER, 3));
  }

  @Test
  void aMessageOfAnEarlierTermIsOldUnlessTheServerForgot() {
    TraceEvent late = sends("AppendEntriesArgs[term=2]");
    TraceEvent reply = replies("AppendEntriesReply[term=3, success=true]");
    assertThat(after(reply, late)).isEqualTo(new Standing(Role.FOLLOWER, 3));
    assertThat(after(reply, BOOT, late)).isEqualTo(new Standing(Role.FOLLOWER, 2));
  }

  @Test
  void aCrashedServerKeepsItsTerm() {
    assertThat(after(sends("AppendEntriesArgs[term=2]"), event(0, 0, EventKind.CRASH, "")))
        .isEqualTo(new Standing(Role.DOWN, 2));
  }
}
