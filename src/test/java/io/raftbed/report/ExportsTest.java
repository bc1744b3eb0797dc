package io.raftbed.report;

import static io.raftbed.report.SampleRun.event;
import static io.raftbed.report.SampleRun.message;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.trace.EventKind;
import io.raftbed.trace.NodeName;
import io.raftbed.trace.TraceEvent;
import java.io.StringWriter;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ExportsTest {

  private static final int CLIENT = NodeName.client(0);

  private static final List<TraceEvent> RUN =
      List.of(
          event(0, 0, EventKind.BOOT, "server"),
          event(5, TraceEvent.TESTBED, EventKind.HEAL, "all links"),
          message(10, 0, EventKind.SEND, 7, "RequestVoteArgs[term=1]", 1),
          message(1_510, 1, EventKind.DELIVER, 7, "RequestVoteArgs[term=1]", 0),
          message(1_510, 1, EventKind.REPLY, 7, "RequestVoteReply[term=1, voteGranted=true]", 0),
          event(2_000, CLIENT, EventKind.INVOKE, "get \"k\"\n"),
          message(3_010, 0, EventKind.RETURN, 7, "RequestVoteReply[term=1, voteGranted=true]", 1),
          event(3_010, 0, EventKind.LEADER, "term 1"));

  @Test
  void chromeTrace() {
    StringWriter out = new StringWriter();
    ChromeTrace.write(RUN, out);
    Golden.check("chrome-trace", out.toString().lines().toList());
  }

  @Test
  void shivizLogHasVectorClocksThatMessagesCarryOn() {
    StringWriter out = new StringWriter();
    ShivizLog.write(RUN, out);
    String text = out.toString();
    assertThat(text.lines())
        .containsExactly(
            "S0 {\"S0\":1}",
            "0.000000000 s, S0: boot server",
            "S0 {\"S0\":2}",
            "0.000000010 s, S0: send RequestVoteArgs[term=1] to 1",
            "S1 {\"S0\":2, \"S1\":1}",
            "0.000001510 s, S1: deliver RequestVoteArgs[term=1] to 0",
            "S1 {\"S0\":2, \"S1\":2}",
            "0.000001510 s, S1: reply RequestVoteReply[term=1, voteGranted=true] to 0",
            "C0 {\"C0\":1}",
            "0.000002000 s, C0: invoke get \"k\"",
            "S0 {\"S0\":3, \"S1\":2}",
            "0.000003010 s, S0: return RequestVoteReply[term=1, voteGranted=true] to 1",
            "S0 {\"S0\":4, \"S1\":2}",
            "0.000003010 s, S0: leader term 1");
    Matcher matcher = Pattern.compile(ShivizLog.PATTERN).matcher(text);
    assertThat(matcher.results()).hasSize(RUN.size() - 1);
  }

  @Test
  void anEmptyRunIsAnEmptyArray() {
    StringWriter out = new StringWriter();
    ChromeTrace.write(List.of(), out);
    assertThat(out.toString().strip()).isEqualTo("[]");
  }
}
