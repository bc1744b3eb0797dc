package io.raftbed.cluster.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.kv.Clerk;
import io.raftbed.linearizability.model.Kv;
import io.raftbed.linearizability.model.KvInput;
import io.raftbed.linearizability.model.KvOutput;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.sim.Simulation;
import io.raftbed.sim.SimulationOptions;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.NodeName;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class ClientHistoryTest {

  private final List<TraceEvent> trace = new ArrayList<>();

  /** A clerk of a service that answers every Get alike. */
  private record Parrot(String value) implements Clerk {
    @Override
    public String get(String key) {
      return value;
    }

    @Override
    public void put(String key, String other) {}

    @Override
    public void append(String key, String more) {}
  }

  private Verdict run(Consumer<Simulation> test) {
    return Simulation.run(
            new SimulationOptions(
                1, new ScheduleKind.Random(), TimeUnit.SECONDS.toNanos(10), trace::add),
            test)
        .verdict();
  }

  private static ClientHistory<KvInput, KvOutput> history(Simulation simulation) {
    return new ClientHistory<>(simulation, new Kv());
  }

  @Test
  void operationsAreEventsOfTheirClients() {
    Verdict verdict =
        run(simulation -> {
          ClientHistory<KvInput, KvOutput> history = history(simulation);
          Clerk clerk = new RecordedClerk(new Parrot("v"), 2, history);
          clerk.put("k", "v");
          clerk.get("k");
          history.requireChecked();
          assertThat(history.completed()).isEqualTo(2);
        });
    assertThat(verdict).isEqualTo(new Verdict.Pass());
    assertThat(trace)
        .extracting(event -> event.node() + " " + event.kind() + " " + event.detail())
        .containsExactly(
            NodeName.client(2) + " " + EventKind.INVOKE + " put k 'v'",
            NodeName.client(2) + " " + EventKind.COMPLETE + " ok",
            NodeName.client(2) + " " + EventKind.INVOKE + " get k",
            NodeName.client(2) + " " + EventKind.COMPLETE + " 'v'");
  }

  @Test
  void theAnswerThatHasNoPlaceEndsTheRunAndIsNamed() {
    List<String> reached = new ArrayList<>();
    Verdict verdict =
        run(simulation -> {
          ClientHistory<KvInput, KvOutput> history = history(simulation);
          Clerk writer = new RecordedClerk(new Parrot("old"), 0, history);
          Clerk reader = new RecordedClerk(new Parrot("old"), 1, history);
          writer.put("k", "old");
          writer.put("k", "new");
          reader.get("k");
          reached.add("the end");
        });
    assertThat(reached).isEmpty();
    assertThat(verdict).isInstanceOf(Verdict.Fail.class);
    Verdict.Fail fail = (Verdict.Fail) verdict;
    assertThat(fail.kind()).isEqualTo(FailureKind.LINEARIZABILITY);
    assertThat(fail.message()).contains("at key k").contains("C1 get k -> 'old' has no place");
    assertThat(fail.facts()).anyMatch(fact -> fact.startsWith("placed before: C0 put k 'new'"));
  }

  @Test
  void aClerkThatGivesNullIsAnException() {
    Verdict verdict =
        run(simulation -> {
          Clerk clerk = new RecordedClerk(new NullClerk(), 0, history(simulation));
          simulation.boot(NodeName.client(0), "C0").call("client", () -> clerk.get("k"));
        });
    assertThat(verdict.label()).isEqualTo("exception");
  }

  @SuppressWarnings("NullAway") // as a student's code may
  private static final class NullClerk implements Clerk {
    @Override
    public String get(String key) {
      return null;
    }

    @Override
    public void put(String key, String value) {}

    @Override
    public void append(String key, String value) {}
  }
}
