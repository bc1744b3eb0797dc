package io.raftbed.report;

import static io.raftbed.report.SampleRun.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.report.Flight.Fate;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.TraceEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class FlightsTest {

  private static final String ASK = "RequestVoteArgs[term=1]";
  private static final String YES = "RequestVoteReply[term=1, voteGranted=true]";
  private static final String NO = "RequestVoteReply[term=1, voteGranted=false]";

  /** An event of the call that node 0 makes to node 1. */
  private static TraceEvent at(EventKind kind, String text) {
    boolean isCaller = kind == EventKind.SEND || kind == EventKind.RETURN || kind == EventKind.DROP;
    return message(1, isCaller ? 0 : 1, kind, 7, text, isCaller ? 1 : 0);
  }

  private static List<Flight> flights(TraceEvent... events) {
    return Flights.of(List.of(events));
  }

  @Test
  void aCallIsARequestAndAReply() {
    assertThat(
            flights(
                at(EventKind.SEND, ASK),
                at(EventKind.DELIVER, ASK),
                at(EventKind.REPLY, YES),
                at(EventKind.RETURN, YES)))
        .containsExactly(new Flight(0, 1, 1, Fate.ARRIVED), new Flight(2, 3, 0, Fate.ARRIVED));
  }

  @Test
  void aRequestIsLostWhenItsCallerLearnsBeforeItArrives() {
    assertThat(flights(at(EventKind.SEND, ASK), at(EventKind.DROP, ASK)))
        .containsExactly(new Flight(0, 1, 1, Fate.LOST));
  }

  @Test
  void aReplyIsLostWhenItsCallerLearnsAfterIt() {
    assertThat(
            flights(
                at(EventKind.SEND, ASK),
                at(EventKind.DELIVER, ASK),
                at(EventKind.REPLY, YES),
                at(EventKind.DROP, ASK)))
        .containsExactly(new Flight(0, 1, 1, Fate.ARRIVED), new Flight(2, 3, 0, Fate.LOST));
  }

  @Test
  void aSecondArrivalIsADuplicateWhoseReplyIsIgnored() {
    assertThat(
            flights(
                at(EventKind.SEND, ASK),
                at(EventKind.DELIVER, ASK),
                at(EventKind.DELIVER, ASK),
                at(EventKind.REPLY, YES),
                at(EventKind.REPLY, NO),
                at(EventKind.RETURN, NO)))
        .containsExactly(
            new Flight(0, 1, 1, Fate.ARRIVED),
            new Flight(0, 2, 1, Fate.DUPLICATE),
            new Flight(3, Flight.NONE, 0, Fate.IGNORED),
            new Flight(4, 5, 0, Fate.ARRIVED));
  }

  @Test
  void aRequestThatArrivesAfterItsCallEndedIsLate() {
    assertThat(
            flights(
                at(EventKind.SEND, ASK),
                at(EventKind.DROP, ASK),
                at(EventKind.DELIVER, ASK),
                at(EventKind.REPLY, YES)))
        .containsExactly(
            new Flight(0, 1, 1, Fate.LOST),
            new Flight(0, 2, 1, Fate.LATE),
            new Flight(3, Flight.NONE, 0, Fate.IGNORED));
  }

  @Test
  void whatIsOnItsWayAtTheEndIsOpen() {
    assertThat(flights(at(EventKind.SEND, ASK)))
        .containsExactly(new Flight(0, Flight.NONE, 1, Fate.OPEN));
    assertThat(
            flights(at(EventKind.SEND, ASK), at(EventKind.DELIVER, ASK), at(EventKind.REPLY, NO)))
        .last()
        .isEqualTo(new Flight(2, Flight.NONE, 0, Fate.OPEN));
  }
}
