package io.raftbed.report;

import static io.raftbed.report.SampleRun.event;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.report.ClientCall.Clash;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.Moment;
import io.raftbed.trace.NodeName;
import io.raftbed.trace.TraceEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClientCallTest {

  private static final int ONE = NodeName.client(0);
  private static final int OTHER = NodeName.client(1);

  private static final List<TraceEvent> EVENTS =
      List.of(
          event(10, ONE, EventKind.INVOKE, "put x 1"),
          event(11, OTHER, EventKind.INVOKE, "put x 2"),
          event(20, ONE, EventKind.COMPLETE, "ok"),
          event(30, ONE, EventKind.INVOKE, "get x"),
          event(40, ONE, EventKind.COMPLETE, "nothing"));

  @Test
  void operationsGoFromCallToEndIfThereIsOne() {
    assertThat(ClientCall.of(EVENTS, List.of()))
        .containsExactly(
            new ClientCall(0, 2, Clash.NONE),
            new ClientCall(1, ClientCall.OPEN, Clash.NONE),
            new ClientCall(3, 4, Clash.NONE));
  }

  @Test
  void thoseThatClashAreMarkedTheOneWithoutAPlaceFirst() {
    List<Moment> moments =
        List.of(new Moment(ONE, 30), new Moment(ONE, 40), new Moment(ONE, 10), new Moment(ONE, 20));
    assertThat(ClientCall.of(EVENTS, moments))
        .extracting(ClientCall::clash)
        .containsExactly(Clash.CLASHES, Clash.NONE, Clash.NO_PLACE);
  }

  @Test
  void momentsOfServersMarkNoOperation() {
    assertThat(ClientCall.of(EVENTS, List.of(new Moment(0, 10), new Moment(1, 20))))
        .extracting(ClientCall::clash)
        .containsOnly(Clash.NONE);
  }
}
