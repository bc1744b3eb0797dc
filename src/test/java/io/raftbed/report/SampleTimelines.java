package io.raftbed.report;

import static io.raftbed.report.SampleRun.event;
import static io.raftbed.report.SampleRun.message;

import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Moment;
import io.raftbed.trace.NodeName;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** Made-up runs, for the tests of their page. */
final class SampleTimelines {

  static final String HOSTILE = "</script><!--<script>alert(\"x\")</script>&lt;b>";

  private static final int CLIENT = NodeName.client(0);
  private static final String ASK = "RequestVoteArgs[term=1, candidateId=0]";
  private static final String YES = "RequestVoteReply[term=1, voteGranted=true]";
  private static final String APPEND =
      "AppendEntriesArgs[term=1, prevLogIndex=0, entries=[x], leaderCommit=0]";

  /** An election, a message that is lost, a client, a crash; 17 events. */
  static final List<TraceEvent> SMALL =
      List.of(
          event(0, 0, EventKind.BOOT, "with nothing saved"),
          event(0, 1, EventKind.BOOT, "with nothing saved"),
          event(5, TraceEvent.TESTBED, EventKind.NETWORK, "reliable"),
          event(1_000_000, CLIENT, EventKind.INVOKE, "put x '1'"),
          message(2_000_000, 0, EventKind.SEND, 1, ASK, 1),
          message(2_500_000, 1, EventKind.DELIVER, 1, ASK, 0),
          message(2_500_100, 1, EventKind.REPLY, 1, YES, 0),
          message(3_100_000, 0, EventKind.RETURN, 1, YES, 1),
          message(3_100_100, 0, EventKind.SEND, 2, APPEND, 1),
          event(3_100_100, 0, EventKind.LEADER, "term 1"),
          event(3_200_000, 0, EventKind.PRINT, HOSTILE),
          message(4_000_000, 0, EventKind.DROP, 2, APPEND, 1),
          event(4_100_000, CLIENT, EventKind.COMPLETE, "ok"),
          event(4_200_000, CLIENT, EventKind.INVOKE, "get x"),
          event(4_300_000, CLIENT, EventKind.COMPLETE, "''"),
          event(4_400_000, 1, EventKind.CRASH, "all threads and memory are gone"),
          event(4_500_000, 0, EventKind.NOTE, "the end"));

  static final Verdict.Fail FAIL =
      new Verdict.Fail(
          FailureKind.LINEARIZABILITY,
          "C0 get x -> '' has no place " + HOSTILE,
          List.of("no place: C0 get x", "clashes with: C0 put x '1'"),
          4_300_000,
          List.of(
              new Moment(CLIENT, 4_200_000),
              new Moment(CLIENT, 4_300_000),
              new Moment(CLIENT, 1_000_000),
              new Moment(CLIENT, 4_100_000)));

  private SampleTimelines() {}

  static String page(Verdict verdict, List<TraceEvent> events) {
    StringBuilder page = new StringBuilder();
    try {
      TimelinePage.write(
          page,
          new TimelinePage.Run(
              "3B/sample",
              7,
              "schedule fifo, server <Mine>",
              verdict,
              "./raftbed replay 3B/sample --seed 7",
              events));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return page.toString();
  }

  /** Five servers, of which the first one leads, and as many events as that. */
  static List<TraceEvent> many(int count) {
    List<TraceEvent> events = new ArrayList<>();
    long call = 0;
    while (events.size() + 4 <= count) {
      long now = events.size() * 100_000L;
      int to = 1 + (int) (++call % 4);
      String request =
          "AppendEntriesArgs[term=%d, prevLogIndex=%d, entries=[x], leaderCommit=%d]"
              .formatted(1 + call / 5_000, call, call - 1);
      String reply = "AppendEntriesReply[term=%d, success=true]".formatted(1 + call / 5_000);
      events.add(message(now, 0, EventKind.SEND, call, request, to));
      if (call % 5_000 == 1) {
        events.add(event(now, 0, EventKind.LEADER, "term " + (1 + call / 5_000)));
      }
      events.add(message(now + 90_000, to, EventKind.DELIVER, call, request, 0));
      events.add(message(now + 90_500, to, EventKind.REPLY, call, reply, 0));
      events.add(message(now + 180_000, 0, EventKind.RETURN, call, reply, to));
    }
    while (events.size() < count) {
      events.add(event(count * 100_000L, 0, EventKind.NOTE, "the end"));
    }
    return events;
  }
}
