package io.raftbed.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.net.NetworkBed.Ping;
import io.raftbed.trace.CallDetail;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.LinkDetail;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the network's events tell a program that reads them. */
class EventDetailsTest {

  private static List<TraceEvent> events(Consumer<NetworkBed> test) {
    List<TraceEvent> events = new ArrayList<>();
    assertThat(NetworkBed.run(1, NetworkObserver.NONE, events::add, test).verdict())
        .isEqualTo(new Verdict.Pass());
    return events;
  }

  @Test
  void cutsAndHealsTellEachLinkThatTheyChange() {
    List<Set<String>> truth = new ArrayList<>();
    List<TraceEvent> events =
        events(bed -> {
          List<Runnable> changes =
              List.of(
                  () -> bed.network.cut(0, 1),
                  () -> bed.network.isolate(2),
                  () -> bed.network.rejoin(2, other -> other == 0),
                  () -> bed.network.heal(0, 1),
                  () -> bed.network.partition(List.of(Set.of(0, 1), Set.of(1, 2))),
                  () -> bed.network.healAll());
          for (Runnable change : changes) {
            change.run();
            truth.add(cut(bed.network));
          }
        });
    List<Set<String>> told = new ArrayList<>();
    Set<String> cut = new TreeSet<>();
    for (TraceEvent event : events) {
      LinkDetail detail = (LinkDetail) event.detail();
      for (int from = 0; from < NetworkBed.NODES; from++) {
        for (int to = 0; to < NetworkBed.NODES; to++) {
          switch (detail.fate(from, to)) {
            case CUT -> cut.add(from + ">" + to);
            case HEALED -> cut.remove(from + ">" + to);
            case AS_BEFORE -> {}
          }
        }
      }
      told.add(new TreeSet<>(cut));
    }
    assertThat(told).isEqualTo(truth);
    assertThat(truth.get(3)).containsExactly("1>2", "2>1", "2>2");
    assertThat(events)
        .extracting(event -> event.detail().toString())
        .containsExactly(
            "link from 0 to 1",
            "all links",
            "links of a rejoining node",
            "link from 0 to 1",
            "partition [[0, 1], [1, 2]]",
            "all links");
  }

  private static Set<String> cut(Network network) {
    Set<String> cut = new TreeSet<>();
    for (int from = 0; from < NetworkBed.NODES; from++) {
      for (int to = 0; to < NetworkBed.NODES; to++) {
        if (network.isCut(from, to)) {
          cut.add(from + ">" + to);
        }
      }
    }
    return cut;
  }

  @Test
  void aMessageTellsWhatItHolds() {
    CallDetail ping =
        events(bed -> bed.call(0, 1, new Ping(7))).stream()
            .filter(event -> event.kind() == EventKind.SEND)
            .map(event -> (CallDetail) event.detail())
            .findFirst()
            .orElseThrow();
    assertThat(ping.messageText()).isEqualTo("Ping[number=7, payload=empty]");
    assertThat(ping).hasToString("Ping[number=7, payload=empty] to 1");
    assertThat(ping.field("number")).contains(7);
    assertThat(ping.field("term")).isEmpty();
  }
}
