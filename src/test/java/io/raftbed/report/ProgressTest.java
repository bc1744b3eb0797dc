package io.raftbed.report;

import static io.raftbed.report.SampleRun.event;
import static io.raftbed.report.SampleRun.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.report.Progress.Step;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.LogDetail;
import io.raftbed.trace.TraceEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProgressTest {

  private record Entry(int index) implements LogDetail {}

  private static TraceEvent apply(int node, EventKind kind, int index) {
    return new TraceEvent(1, node, kind, new Entry(index));
  }

  private static TraceEvent append(EventKind kind, String fields) {
    boolean isLeader = kind == EventKind.SEND;
    return message(1, isLeader ? 0 : 1, kind, 3, "AppendEntriesArgs[" + fields + "]", 1);
  }

  private static TraceEvent answer(boolean success) {
    return message(1, 1, EventKind.REPLY, 3, "AppendEntriesReply[success=" + success + "]", 0);
  }

  @Test
  void whatIsAppliedIsCommitted() {
    assertThat(
            Progress.of(
                List.of(
                    apply(0, EventKind.APPLY, 1),
                    apply(1, EventKind.APPLY_SNAPSHOT, 8),
                    apply(1, EventKind.SNAPSHOT, 8))))
        .containsExactly(new Step(0, 0, 1, 1), new Step(1, 1, 8, 8));
  }

  @Test
  void aLeaderTellsHowFarItCommitted() {
    TraceEvent heartbeat = append(EventKind.SEND, "prevLogIndex=4, entries=[], leaderCommit=3");
    assertThat(Progress.of(List.of(heartbeat, heartbeat))).containsExactly(new Step(0, 0, 0, 3));
  }

  @Test
  void aFollowerCommitsUpToTheLastNewEntryThatItTook() {
    TraceEvent arrives = append(EventKind.DELIVER, "prevLogIndex=4, entries=[a,b], leaderCommit=9");
    assertThat(Progress.of(List.of(arrives, answer(true)))).containsExactly(new Step(1, 1, 0, 6));
    assertThat(Progress.of(List.of(arrives, answer(false)))).isEmpty();
  }

  @Test
  void aCrashForgets() {
    assertThat(
            Progress.of(
                List.of(apply(0, EventKind.APPLY, 5), event(2, 0, EventKind.CRASH, "down"))))
        .containsExactly(new Step(0, 0, 5, 5), new Step(1, 0, 0, 0));
  }
}
