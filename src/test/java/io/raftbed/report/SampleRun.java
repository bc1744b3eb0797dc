package io.raftbed.report;

import io.raftbed.trace.CallDetail;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.Verdict;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A made-up failing run, for the tests of reports. */
final class SampleRun {

  static final Verdict.Fail FAIL =
      new Verdict.Fail(
          FailureKind.SAFETY,
          "servers 0 and 2 applied different commands at index 7",
          List.of(
              "server 0 applied \"set x 1\" at index 7 in term 3",
              "server 2 applied \"set x 2\" at index 7 in term 4"),
          12_345_678_901L);

  static final List<TraceEvent> EVENTS =
      List.of(
          event(12_100_000_000L, 0, EventKind.SEND, "AppendEntries term 3, 1 entry at 7, to 1"),
          event(12_103_200_000L, 1, EventKind.DELIVER, "AppendEntries from 0"),
          event(12_200_000_000L, TraceEvent.TESTBED, EventKind.CUT, "server 0"),
          event(12_300_000_001L, 2, EventKind.LEADER, "term 4"),
          event(12_345_678_000L, 2, EventKind.APPLY, "set x 2\nat index 7\u001b[31m"),
          event(12_345_678_901L, 0, EventKind.APPLY_SNAPSHOT, "up to index 6"));

  private SampleRun() {}

  static TraceEvent event(long nanos, int node, EventKind kind, String detail) {
    return new TraceEvent(nanos, node, kind, detail);
  }

  /** A message as the network's events show it. */
  private record Message(long call, String text, int peer) implements CallDetail {
    @Override
    public String messageType() {
      return text.substring(0, text.indexOf('['));
    }

    @Override
    public String messageText() {
      return text;
    }

    /** Numbers, booleans and flat lists stand in the text; it has nothing else. */
    @Override
    public Optional<Object> field(String name) {
      Matcher matcher = Pattern.compile("\\b" + name + "=(\\w+|\\[[^]]*])").matcher(text);
      return matcher.find() ? Optional.of(value(matcher.group(1))) : Optional.empty();
    }

    private static Object value(String word) {
      if (word.startsWith("[")) {
        return List.of(word.substring(1, word.length() - 1).split(",")).stream()
            .filter(element -> !element.isBlank())
            .toList();
      }
      return Character.isDigit(word.charAt(0)) ? Integer.valueOf(word) : Boolean.valueOf(word);
    }

    @Override
    public String toString() {
      return text + " to " + peer;
    }
  }

  static TraceEvent message(
      long nanos, int node, EventKind kind, long call, String text, int peer) {
    return new TraceEvent(nanos, node, kind, new Message(call, text, peer));
  }

  static ResultRow row(String test, long seed, Verdict verdict) {
    return new ResultRow(
        test,
        test.substring(0, 2),
        seed,
        verdict,
        12_345_678_901L,
        1234,
        new ResultRow.Counts(120, 34_567, 8, 9_012),
        0xABCDL);
  }
}
