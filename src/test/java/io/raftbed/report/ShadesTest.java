package io.raftbed.report;

import static io.raftbed.report.SampleRun.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.report.Shade.Fault;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.LinkDetail;
import io.raftbed.trace.NodeName;
import io.raftbed.trace.TraceEvent;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShadesTest {

  private static final int CLIENT = NodeName.client(0);
  private static final List<Integer> NODES = List.of(0, 1, 2, CLIENT);

  private record Change(Set<String> links, Fate fate) implements LinkDetail {
    @Override
    public Fate fate(int from, int to) {
      return links.contains(NodeName.of(from) + NodeName.of(to)) ? fate : Fate.AS_BEFORE;
    }
  }

  private static TraceEvent cut(String... links) {
    return change(EventKind.CUT, LinkDetail.Fate.CUT, links);
  }

  private static TraceEvent heal(String... links) {
    return change(EventKind.HEAL, LinkDetail.Fate.HEALED, links);
  }

  private static TraceEvent change(EventKind kind, LinkDetail.Fate fate, String... links) {
    return new TraceEvent(1, TraceEvent.TESTBED, kind, new Change(Set.of(links), fate));
  }

  private static List<Shade> shades(TraceEvent... events) {
    return Shades.of(List.of(events), NODES);
  }

  @Test
  void downFromCrashToBoot() {
    assertThat(
            shades(
                event(1, 0, EventKind.BOOT, ""),
                event(2, 0, EventKind.CRASH, "power is lost"),
                event(3, 1, EventKind.CRASH, "memory is gone"),
                event(4, 0, EventKind.BOOT, "")))
        .containsExactly(
            new Shade(0, Fault.DOWN, 1, 3, "power is lost"),
            new Shade(1, Fault.DOWN, 2, Shade.OPEN, "memory is gone"));
  }

  @Test
  void aCrashEndsAPause() {
    assertThat(
            shades(
                event(1, 0, EventKind.PAUSE, ""),
                event(2, 0, EventKind.RESUME, ""),
                event(3, 0, EventKind.PAUSE, ""),
                event(4, 0, EventKind.CRASH, "x"),
                event(5, 0, EventKind.RESUME, "")))
        .containsExactly(
            new Shade(0, Fault.PAUSED, 0, 1, ""),
            new Shade(0, Fault.PAUSED, 2, 3, ""),
            new Shade(0, Fault.DOWN, 3, Shade.OPEN, "x"));
  }

  @Test
  void whoReachesNoMajorityIsCutOff() {
    assertThat(shades(cut("S0S1", "S1S0", "S0S2"), heal("S0S2")))
        .containsExactly(
            new Shade(0, Fault.CUT_OFF, 0, 1, "S1, calls to S2"),
            new Shade(1, Fault.CUT, 0, Shade.OPEN, "S0"),
            new Shade(2, Fault.CUT, 0, 1, "calls from S0"),
            new Shade(0, Fault.CUT, 1, Shade.OPEN, "S1"));
  }

  @Test
  void aChangeThatConcernsOthersBeginsNothingAnew() {
    assertThat(shades(cut("S0S1"), cut("S2S1"), heal("S2S1")))
        .filteredOn(shade -> shade.node() == 0)
        .containsExactly(new Shade(0, Fault.CUT, 0, Shade.OPEN, "calls to S1"));
  }

  @Test
  void aClientIsCutOffFromServersButHasNoVote() {
    assertThat(shades(cut("C0S1", "C0S2")))
        .containsExactly(
            new Shade(1, Fault.CUT, 0, Shade.OPEN, "calls from C0"),
            new Shade(2, Fault.CUT, 0, Shade.OPEN, "calls from C0"),
            new Shade(CLIENT, Fault.CUT_OFF, 0, Shade.OPEN, "calls to S1, calls to S2"));
  }
}
