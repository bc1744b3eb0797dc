package io.raftbed.cluster.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.Peer;
import io.raftbed.lab.Request;
import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.PutOutcome;
import io.raftbed.lab.kv.Versioned;
import io.raftbed.lab.kv.VersionedClerk;
import io.raftbed.lab.kv.VersionedPutArgs;
import io.raftbed.lab.kv.VersionedPutReply;
import io.raftbed.linearizability.model.KvVersioned;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.sim.Simulation;
import io.raftbed.sim.SimulationOptions;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;

/** When a client may be told maybe. */
class RecordedVersionedClerkTest {

  private static final Optional<Err> LOST = Optional.empty();
  private static final Optional<Err> DONE = Optional.of(Err.OK);
  private static final Optional<Err> REFUSED = Optional.of(Err.VERSION_MISMATCH);

  /** A server that gives the answers of a list, one after the other. */
  private record Script(Iterator<Optional<Err>> answers) implements Peer {
    @Override
    public int id() {
      return 0;
    }

    @Override
    @SuppressWarnings("unchecked") // the only request is a Put
    public <R extends Record> Optional<R> call(Request<R> request) {
      return (Optional<R>) answers.next().map(VersionedPutReply::new);
    }
  }

  /** Tries twice, each time on a thread that is not the one which asks, and then says maybe. */
  private record Impatient(Simulation simulation, Peer server) implements VersionedClerk {
    @Override
    public Optional<Versioned> get(String key) {
      return Optional.empty();
    }

    @Override
    public PutOutcome put(String key, String value, long version) {
      for (int tries = 0; tries < 2; tries++) {
        simulation.after(0, () -> server.call(new VersionedPutArgs(key, value, version)));
        simulation.sleep(1);
      }
      return PutOutcome.MAYBE;
    }
  }

  /** Tries until there is an answer, and then says maybe. */
  private record AlwaysMaybe(Peer server) implements VersionedClerk {
    @Override
    public Optional<Versioned> get(String key) {
      return Optional.empty();
    }

    @Override
    public PutOutcome put(String key, String value, long version) {
      while (server.call(new VersionedPutArgs(key, value, version)).isEmpty()) {}
      return PutOutcome.MAYBE;
    }
  }

  /** The verdict on a client that is told maybe after these answers. */
  private static Verdict toldMaybe(List<Optional<Err>> answers) {
    return toldMaybe(answers, (_, server) -> new AlwaysMaybe(server));
  }

  private static Verdict toldMaybe(
      List<Optional<Err>> answers, BiFunction<Simulation, Peer, VersionedClerk> clerk) {
    return Simulation.run(
            new SimulationOptions(
                1, new ScheduleKind.Random(), TimeUnit.SECONDS.toNanos(10), TraceSink.NONE),
            simulation -> {
              CountedCalls tries = new CountedCalls(List.of(new Script(answers.iterator())));
              new RecordedVersionedClerk(
                      clerk.apply(simulation, tries.servers().getFirst()),
                      tries,
                      0,
                      new ClientHistory<>(simulation, new KvVersioned()))
                  .put("k", "v", 0);
            })
        .verdict();
  }

  private static void assertRefused(Verdict verdict, String message) {
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Fail.class, fail -> assertThat(fail.message()).isEqualTo(message));
  }

  @Test
  void maybeIsForAPutThatWasRefusedAtALaterTry() {
    assertThat(toldMaybe(List.of(LOST, REFUSED))).isEqualTo(new Verdict.Pass());
    assertRefused(toldMaybe(List.of(REFUSED)), "C0 was told maybe of a Put that it had tried once");
  }

  @Test
  void whatAServerSaidWasDoneIsNoMaybe() {
    assertRefused(
        toldMaybe(List.of(LOST, DONE)),
        "C0 was told maybe of a Put that a server had told it was done");
  }

  @Test
  void anAnswerThatAClerkWaitsForNoMoreDoesNotCount() {
    assertThat(toldMaybe(List.of(DONE, REFUSED), Impatient::new)).isEqualTo(new Verdict.Pass());
  }
}
