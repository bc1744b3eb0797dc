package io.raftbed.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.Environment;
import io.raftbed.lab.Request;
import io.raftbed.sim.Promise;
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
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** Services under test, above a server that is not Raft. */
class ProgramServiceTest {

  record Ask(String what) implements Request<Answer> {}

  record Answer(int server, String what) {}

  private final List<TraceEvent> trace = new ArrayList<>();
  private final List<String> taken = new ArrayList<>();

  /** What the service does with what it takes. */
  private interface Taker {
    void take(ServiceBoot boot, ApplyMsg msg);
  }

  private ServiceProgram program(Taker taker) {
    return new ServiceProgram() {
      @Override
      public String door() {
        return "make";
      }

      @Override
      public void boot(ServiceBoot boot) {
        boot.handle(Ask.class, ask -> new Answer(boot.server(), ask.what()));
        boot.incarnation()
            .start(
                "taker",
                () -> {
                  while (true) {
                    taker.take(boot, boot.nextApplied());
                  }
                });
      }
    };
  }

  private void note(ServiceBoot boot, ApplyMsg msg) {
    if (msg instanceof ApplyMsg.Command(int index, byte[] command)) {
      taken.add("S" + boot.server() + " " + index + " " + new String(command, US_ASCII));
    }
  }

  private Verdict run(ServiceProgram program, Consumer<Cluster> test) {
    return run(program, FixedLeader::new, test);
  }

  private Verdict run(
      ServiceProgram program, io.raftbed.lab.RaftFactory raft, Consumer<Cluster> test) {
    var options =
        new SimulationOptions(
            1, new ScheduleKind.Random(), TimeUnit.SECONDS.toNanos(120), trace::add);
    ClusterOptions cluster =
        new ClusterOptions(3, raft, new ServiceKind.Program(program), List.of()).withClients(2);
    return Simulation.run(options, simulation -> test.accept(new Cluster(simulation, cluster)))
        .verdict();
  }

  private static Verdict.Fail fail(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Fail.class);
    return (Verdict.Fail) verdict;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  @Test
  void takesWhatItsServerApplies() {
    Verdict verdict =
        run(
            program(this::note),
            cluster -> {
              assertThat(cluster.agree(bytes("a"), 3, false)).isEqualTo(1);
              assertThat(cluster.agree(bytes("b"), 3, false)).isEqualTo(2);
              assertThat(cluster.lastApplied()).isEqualTo(2);
            });
    assertThat(verdict).isEqualTo(new Verdict.Pass());
    assertThat(taken).contains("S0 1 a", "S2 1 a", "S1 2 b");
  }

  @Test
  void clientsReachServersThatAreCutOffFromEachOther() {
    Verdict verdict =
        run(
            program(this::note),
            cluster -> {
              cluster.disconnect(1);
              ClientNode client = cluster.client(1);
              Promise<Optional<Answer>> answer =
                  client.start("ask", () -> client.servers().get(1).call(new Ask("x")));
              assertThat(answer.await()).hasValue(Optional.of(new Answer(1, "x")));
              cluster.network().cut(client.node(), 1);
              answer = client.start("ask", () -> client.servers().get(1).call(new Ask("x")));
              assertThat(answer.await()).hasValue(Optional.empty());
            });
    assertThat(verdict).isEqualTo(new Verdict.Pass());
    assertThat(trace)
        .filteredOn(
            event -> event.kind() == EventKind.DELIVER && event.detail().toString().contains("Ask"))
        .singleElement()
        .satisfies(event -> assertThat(event.detail()).hasToString("Ask[what=\"x\"] from C1"));
    assertThat(trace)
        .anyMatch(event -> event.kind() == EventKind.SEND && event.node() == NodeName.client(1));
  }

  @Test
  void whatIsAppliedOutOfOrderIsASafetyFailure() {
    Verdict.Fail fail =
        fail(
            run(
                program(this::note),
                environment -> new SkippingServer(environment),
                cluster -> cluster.agree(bytes("a"), 3, false)));
    assertThat(fail.kind()).isEqualTo(FailureKind.SAFETY);
    assertThat(fail.message()).contains("applied index 2 where index 1 comes next");
  }

  @Test
  void aSnapshotOfWhatIsNotAppliedIsASafetyFailure() {
    Verdict.Fail fail =
        fail(
            run(
                program((boot, msg) -> boot.raft().snapshot(2, new byte[1])),
                cluster -> cluster.agree(bytes("a"), 3, false)));
    assertThat(fail.kind()).isEqualTo(FailureKind.SAFETY);
    assertThat(fail.message()).contains("took a snapshot up to index 2, but has applied index 1");
  }

  @Test
  void aSnapshotThatNoServiceTookIsASafetyFailure() {
    Verdict.Fail fail =
        fail(
            run(
                program(this::note),
                environment -> new InventingServer(environment),
                cluster -> cluster.agree(bytes("a"), 3, false)));
    assertThat(fail.kind()).isEqualTo(FailureKind.SAFETY);
    assertThat(fail.message()).contains("handed up a snapshot up to index 1 that no service took");
  }

  /** Says that each command stands one further than it does. */
  private static final class SkippingServer extends FixedLeader {
    SkippingServer(Environment environment) {
      super(environment);
    }

    @Override
    ApplyMsg message(int index, byte[] command) {
      return new ApplyMsg.Command(index + 1, command);
    }
  }

  /** Makes a snapshot of each command. */
  private static final class InventingServer extends FixedLeader {
    InventingServer(Environment environment) {
      super(environment);
    }

    @Override
    ApplyMsg message(int index, byte[] command) {
      return new ApplyMsg.Snapshot(index, 1, command);
    }
  }
}
