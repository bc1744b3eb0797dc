package io.raftbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Moment;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.Verdict;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FailureReportTest {

  private static final String REPLAY = "./raftbed run 3B/backup --seed 17";
  private static final int SCREEN = 50;

  private static FailureReport.Failure failure(Verdict.Fail fail, List<TraceEvent> events) {
    return failure(fail, new LastEvents.Excerpt(events, Set.of(), events.size()));
  }

  private static FailureReport.Failure failure(Verdict.Fail fail, LastEvents.Excerpt excerpt) {
    return new FailureReport.Failure("3B/backup", 17, fail, excerpt, REPLAY);
  }

  @Test
  void aFailureOnOneScreen() {
    Golden.check(
        "failure",
        new FailureReport(Paint.PLAIN, 100, 100).lines(failure(SampleRun.FAIL, SampleRun.EVENTS)));
  }

  @Test
  void eventsThatShowTheFactsAreMarked() {
    Set<Moment> moments = Set.of(new Moment(2, 12_300_000_001L), new Moment(0, 12_345_678_901L));
    LastEvents.Excerpt excerpt = new LastEvents.Excerpt(SampleRun.EVENTS, moments, 1_234);
    Golden.check(
        "failure-marked",
        new FailureReport(Paint.PLAIN, 100, 100).lines(failure(SampleRun.FAIL, excerpt)));
  }

  @Test
  void whereNothingWrapsEventsMayBeLongerThanTheRest() {
    String talkative = "word ".repeat(100);
    List<TraceEvent> events = List.of(SampleRun.event(1, 0, EventKind.PRINT, talkative));
    Verdict.Fail fail = new Verdict.Fail(FailureKind.LIVENESS, talkative, List.of(), 1);
    List<String> lines = new FailureReport(Paint.PLAIN, 80, 300).lines(failure(fail, events));
    assertThat(lines)
        .filteredOn(line -> line.length() > 80)
        .singleElement()
        .asString()
        .hasSize(300);
  }

  @Test
  void aFailureInColour() {
    List<String> lines =
        new FailureReport(Paint.ANSI, 100, 100).lines(failure(SampleRun.FAIL, SampleRun.EVENTS));
    assertThat(lines.getFirst()).startsWith("\u001b[1;31msafety: ").endsWith("\u001b[0m");
    assertThat(lines.getLast()).isEqualTo("replay: \u001b[1m" + REPLAY + "\u001b[0m");
  }

  @Test
  void muchOfEverythingStillFitsOnOneScreen() {
    String talkative = "word ".repeat(100);
    Verdict.Fail fail =
        new Verdict.Fail(FailureKind.DEADLOCK, talkative, Collections.nCopies(40, talkative), 1);
    List<TraceEvent> events =
        Collections.nCopies(
            FailureReport.EVENTS, SampleRun.event(1, 0, EventKind.PRINT, talkative));
    List<String> lines = new FailureReport(Paint.PLAIN, 80, 80).lines(failure(fail, events));
    assertThat(lines).hasSizeLessThanOrEqualTo(SCREEN).allMatch(line -> line.length() <= 80);
    assertThat(lines.getLast()).isEqualTo("replay: " + REPLAY);
  }
}
