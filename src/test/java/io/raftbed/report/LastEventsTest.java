package io.raftbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.trace.EventKind;
import io.raftbed.trace.TraceEvent;
import org.junit.jupiter.api.Test;

class LastEventsTest {

  private final LastEvents lastEvents = new LastEvents(3);

  private void happen(int node, int times) {
    for (int i = 0; i < times; i++) {
      lastEvents.accept(SampleRun.event(i, node, EventKind.NOTE, node + "." + i));
    }
  }

  @Test
  void keepsTheLastOfEachNodeInTheOrderInWhichTheyHappened() {
    happen(1, 5);
    happen(0, 2);
    assertThat(lastEvents.latest(10))
        .extracting(TraceEvent::detail)
        .containsExactly("1.2", "1.3", "1.4", "0.0", "0.1");
  }

  @Test
  void sharesTheRoomAmongTheNodes() {
    happen(0, 3);
    happen(1, 100);
    assertThat(lastEvents.latest(4))
        .extracting(TraceEvent::detail)
        .containsExactly("0.1", "0.2", "1.98", "1.99");
  }
}
