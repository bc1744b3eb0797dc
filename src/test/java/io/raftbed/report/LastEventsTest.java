package io.raftbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.trace.EventKind;
import io.raftbed.trace.Moment;
import io.raftbed.trace.TraceEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class LastEventsTest {

  private final LastEvents lastEvents = new LastEvents(3, List.of(new Moment(1, 1)));

  private void happen(int node, int times) {
    for (int i = 0; i < times; i++) {
      lastEvents.accept(SampleRun.event(i, node, EventKind.NOTE, node + "." + i));
    }
  }

  @Test
  void keepsTheLastOfEachNodeAndTheOnesAskedForInTheOrderInWhichTheyHappened() {
    happen(1, 5);
    happen(0, 2);
    assertThat(lastEvents.latest(10).events())
        .extracting(TraceEvent::detail)
        .containsExactly("1.1", "1.2", "1.3", "1.4", "0.0", "0.1");
  }

  @Test
  void keepsTheFirstExceptionOfEachNode() {
    lastEvents.accept(SampleRun.event(0, 0, EventKind.EXCEPTION, "first"));
    lastEvents.accept(SampleRun.event(0, 0, EventKind.EXCEPTION, "second"));
    happen(0, 3);
    LastEvents.Excerpt excerpt = lastEvents.latest(10);
    assertThat(excerpt.events())
        .extracting(TraceEvent::detail)
        .containsExactly("first", "0.0", "0.1", "0.2");
    assertThat(excerpt.events())
        .filteredOn(excerpt::isMarked)
        .extracting(TraceEvent::detail)
        .containsExactly("first");
  }

  @Test
  void sharesTheRoomAmongTheNodes() {
    happen(0, 3);
    happen(1, 100);
    assertThat(lastEvents.latest(4).events())
        .extracting(TraceEvent::detail)
        .containsExactly("0.1", "0.2", "1.1", "1.98", "1.99");
  }

  @Test
  void withoutRoomOnlyTheOnesAskedForStay() {
    LastEvents none = new LastEvents(0, List.of(new Moment(1, 1)));
    for (int i = 0; i < 5; i++) {
      none.accept(SampleRun.event(i, 1, EventKind.NOTE, "1." + i));
    }
    assertThat(none.latest(0).events()).extracting(TraceEvent::detail).containsExactly("1.1");
    assertThat(none.latest(0).total()).isEqualTo(5);
  }
}
