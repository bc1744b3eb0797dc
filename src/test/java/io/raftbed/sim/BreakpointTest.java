package io.raftbed.sim;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.trace.EventKind;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.TraceSink;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BreakpointTest {

  @BeforeAll
  static void prepare() {
    Programs.prepare();
  }

  private final List<TraceEvent> recorded = new ArrayList<>();
  private final List<String> reached = new ArrayList<>();

  private Outcome run(Function<TraceSink, TraceSink> sink) {
    SimulationOptions options =
        new SimulationOptions(
            1, new ScheduleKind.Random(), 1_000_000_000, sink.apply(recorded::add));
    return Simulation.run(
        options,
        simulation -> {
          simulation.event(0, EventKind.NOTE, 1, "first");
          simulation.sleep(10);
          simulation.event(1, EventKind.NOTE, 2, "second");
          simulation.event(2, EventKind.NOTE, 3, "third");
        });
  }

  private TraceSink breaking(int number, TraceSink sink) {
    return new Breakpoint(
        number,
        sink,
        (event, frames) ->
            reached.add(
                event.detail()
                    + " after "
                    + recorded.size()
                    + " on a simulated thread: "
                    + Thread.currentThread().isVirtual()));
  }

  @Test
  void itIsReachedOnceBeforeTheEventIsRecordedOnTheThreadThatCausesIt() {
    run(sink -> breaking(2, sink));
    assertThat(reached).containsExactly("second after 1 on a simulated thread: true");
    assertThat(recorded).hasSize(3);
  }

  @Test
  void itChangesNothingInTheRun() {
    assertThat(run(sink -> breaking(3, sink))).isEqualTo(run(sink -> sink));
    assertThat(reached).hasSize(1);
  }
}
