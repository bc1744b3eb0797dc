package io.raftbed.linearizability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.raftbed.linearizability.model.Mutex;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

class HistoryTest {

  private final EventHistory<String, String> events = History.events();
  private final TimedHistory<String, String> timed = History.timed();

  @Test
  void operationsAreNumberedByCallAndTimedByEvent() {
    int write = events.call(1, "write");
    int read = events.call(2, "read");
    events.ok(read, "a");
    events.unknown(write);
    events.call(1, "write");
    assertThat(events.build().operations())
        .containsExactly(
            new Operation<>(0, 1, "write", new Outcome.Unknown<>(), 0, 3),
            new Operation<>(1, 2, "read", new Outcome.Ok<>("a"), 1, 2),
            new Operation<>(2, 1, "write", new Outcome.Unknown<>(), 4, Operation.OPEN));
    assertThat(events.build().clients()).isEqualTo(2);
  }

  @Test
  void aReturnWithoutACallIsRefused() {
    events.call(1, "write");
    refused(1, "event 1: end of operation 7, which was never called", () -> events.ok(7, "a"));
  }

  @Test
  void aSecondReturnIsRefused() {
    events.ok(events.call(1, "write"), "a");
    refused(2, "event 2: operation 0 has ended before, at event 1", () -> events.failed(0));
  }

  @Test
  void aClientCallsOneOperationAtATime() {
    events.call(1, "write");
    refused(
        1,
        "event 1: client 1 calls again before operation 0, called at event 0, has ended;"
            + " end it as ok, failed or unknown",
        () -> events.call(1, "read"));
  }

  @Test
  void timesAreSortedByCall() {
    timed.ok(1, "late", "x", 20, 30).ok(2, "early", "y", 10, 40);
    assertThat(timed.build().operations())
        .extracting(Operation::input)
        .containsExactly("early", "late");
  }

  @Test
  void anEndBeforeItsCallIsRefused() {
    timed.ok(1, "a", "x", 1, 2);
    refused(
        1,
        "operation 1 of client 2 ends at 4, before its call at 5",
        () -> timed.ok(2, "b", "x", 5, 4));
  }

  @Test
  void onlyAnUnknownOutcomeMayNeverCome() {
    refused(
        0,
        "operation 0 of client 1 never ends, so its outcome must be unknown",
        () -> timed.ok(1, "a", "x", 1, Operation.OPEN));
  }

  @Test
  void overlappingOperationsOfAClientAreRefused() {
    timed.ok(1, "a", "x", 1, 5).ok(1, "b", "x", 4, 6);
    refused(
        1,
        "operation 1 of client 1 is called at 4, before operation 0 of that client has ended",
        timed::build);
  }

  @Test
  void anEndAndACallAtOneTimeAreConcurrent() {
    record Cell() implements SequentialObject<String, String, String> {
      @Override
      public String initial() {
        return "";
      }

      @Override
      public Effect<String, String> apply(String state, String input) {
        return input.isEmpty() ? new Effect<>(state, state) : new Effect<>(input, "ok");
      }
    }
    timed.ok(1, "a", "ok", 1, 5).ok(2, "", "", 5, 6);
    assertThat(Checker.of(new Cell()).check(timed.build()).verdict().isLinearizable()).isTrue();
  }

  private static void refused(long position, String message, ThrowingCallable call) {
    assertThatExceptionOfType(HistoryException.class)
        .isThrownBy(call)
        .withMessage(message)
        .satisfies(it -> assertThat(it.position()).isEqualTo(position));
  }

  @Test
  void nothingAtAllIsLinearizableWithAnyNumberOfJobs() {
    Checker<Mutex.Action, Mutex.Answer> checker = Checker.of(new Mutex()).jobs(4);
    History<Mutex.Action, Mutex.Answer> nothing =
        History.<Mutex.Action, Mutex.Answer>events().build();
    assertThat(checker.check(nothing).verdict().isLinearizable()).isTrue();
  }
}
