package io.raftbed.report;

import static io.raftbed.report.SampleRun.event;
import static io.raftbed.report.SampleRun.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.trace.EventKind;
import io.raftbed.trace.TraceEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RunEventsTest {

  private static final EventFilter ALL =
      new EventFilter(0, Long.MAX_VALUE, Set.of(), Set.of(), Set.of());

  private static final List<TraceEvent> ELECTION =
      List.of(
          event(1, 0, EventKind.BOOT, "first"),
          message(2, 0, EventKind.SEND, 1, "RequestVoteArgs[term=1]", 1),
          message(3, 1, EventKind.REPLY, 1, "RequestVoteReply[term=1, voteGranted=true]", 0),
          event(4, 0, EventKind.LEADER, "term 1"),
          message(5, 0, EventKind.SEND, 2, "AppendEntriesArgs[term=1]", 1),
          event(6, 1, EventKind.CRASH, "down"),
          message(7, 0, EventKind.REPLY, 3, "AppendEntriesReply[term=2, success=true]", 2));

  private static List<String> shown(EventFilter filter, List<TraceEvent> events) {
    return new RunEvents(Paint.ANSI, 100, 100).lines(events, filter);
  }

  @Test
  void aLineHasTheColourOfItsServersRole() {
    assertThat(shown(ALL, ELECTION))
        .hasSize(8)
        .satisfiesExactly(
            heading -> assertThat(heading).startsWith("\u001b[2m"),
            boot -> assertThat(boot).doesNotContain("\u001b"),
            candidate -> assertThat(candidate).startsWith("\u001b[33m"),
            voter -> assertThat(voter).doesNotContain("\u001b"),
            elected -> assertThat(elected).startsWith("\u001b[32m"),
            leader -> assertThat(leader).startsWith("\u001b[32m"),
            down -> assertThat(down).startsWith("\u001b[2m"),
            deposed -> assertThat(deposed).doesNotContain("\u001b"));
  }

  @Test
  void rolesFollowFromEventsThatAreNotShown() {
    EventFilter late = new EventFilter(5, 5, Set.of(), Set.of(), Set.of());
    assertThat(shown(late, ELECTION))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("\u001b[32m    5  0.000000005");
  }

  @Test
  void eventsHaveTheirNumbersInTheRun() {
    EventFilter late = new EventFilter(4, 5, Set.of(), Set.of(), Set.of());
    assertThat(new RunEvents(Paint.PLAIN, 100, 48).lines(ELECTION, late))
        .satisfiesExactly(
            heading -> assertThat(heading).startsWith("event      seconds  s0"),
            fourth -> assertThat(fourth).isEqualTo("    4  0.000000004  leader term 1"),
            fifth -> assertThat(fifth).startsWith("    5  0.000000005  send App").hasSize(48));
  }

  @Test
  void messagesAreChosenByTheirType() {
    EventFilter votes =
        new EventFilter(0, Long.MAX_VALUE, Set.of(), Set.of(), Set.of("RequestVote"));
    assertThat(shown(votes, ELECTION)).hasSize(6).noneMatch(line -> line.contains("AppendEntries"));
  }

  @Test
  void whatTheTestDidIsShownBesideAnyNode() {
    EventFilter node = new EventFilter(0, Long.MAX_VALUE, Set.of(2), Set.of(), Set.of());
    assertThat(shown(node, SampleRun.EVENTS)).hasSize(4).anyMatch(l -> l.contains("- cut server"));
  }

  @Test
  void everyKindOfEventHasOneTopic() {
    for (EventKind kind : EventKind.values()) {
      long topics = List.of(Topic.values()).stream().filter(t -> t.kinds().contains(kind)).count();
      assertThat(topics).as(kind.name()).isEqualTo(kind == EventKind.STEP ? 0 : 1);
    }
  }
}
