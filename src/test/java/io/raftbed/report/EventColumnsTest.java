package io.raftbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.trace.EventKind;
import io.raftbed.trace.TraceEvent;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventColumnsTest {

  @ParameterizedTest
  @ValueSource(ints = {60, 100, 160})
  void threeServers(int width) {
    List<String> lines = EventColumns.lines(SampleRun.EVENTS, width, width);
    assertThat(lines).allMatch(line -> line.length() <= width);
    Golden.check("columns-" + width, lines);
  }

  @Test
  void sevenServersInNarrowColumns() {
    List<TraceEvent> events =
        IntStream.range(0, 7)
            .mapToObj(i -> SampleRun.event(i * 1_000_000_000L, i, EventKind.BOOT, "server " + i))
            .toList();
    List<String> lines = EventColumns.lines(events, 80, 80);
    assertThat(lines).allMatch(line -> line.length() <= 80);
    Golden.check("columns-seven-servers", lines);
  }

  @Test
  void oneServerAndNone() {
    assertThat(EventColumns.lines(List.of(), 80, 80)).isEmpty();
    assertThat(EventColumns.lines(List.of(SampleRun.event(1, 4, EventKind.NOTE, "alone")), 80, 80))
        .containsExactly("    seconds  s4", "0.000000001  note alone");
  }
}
