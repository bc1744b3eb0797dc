package io.raftbed.cli;

import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.lift.Lift;
import io.raftbed.scenario.nemesis.Nemeses;
import io.raftbed.scenario.nemesis.Swarm;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.LongStream;

/**
 * Finds a scenario that fails as a test of a suite does: first one with what the test did in the
 * failing run, then drawn ones.
 *
 * @param seeds tries scenarios
 * @param atATime how many drawn ones it tries side by side
 */
record Capture(FailingSeeds seeds, int atATime, Terminal terminal) {

  /** What a run's faults lead to needs more seeds than what was seen to fail already. */
  private static final int LIFTED_ROUNDS = 4;

  /** So many drawn scenarios are tried; where these pass, more seldom help. */
  private static final int MOST_DRAWN = 1_000;

  /**
   * Returns a scenario that fails with its own seed, with the same kind of failure; empty when none
   * was found, which it tells.
   *
   * @throws InterruptedException when there is no more time
   */
  Optional<Scenario> of(FailedRun run) throws InterruptedException {
    seeds.expect(run.failure().kind());
    Optional<Scenario> lifted = lifted(run);
    if (lifted.isPresent()) {
      return lifted;
    }
    Optional<Scenario> drawn = drawn(run);
    if (drawn.isEmpty()) {
      terminal.line(
          String.format(
              Locale.ROOT,
              "not found: neither what happened in that run nor %,d drawn scenarios fail with %s;"
                  + " './raftbed replay' shows the run itself",
              MOST_DRAWN,
              run.failure().kind().label()));
    }
    return drawn;
  }

  /** The run itself had one seed; in others its faults meet servers that lead at other times. */
  private Optional<Scenario> lifted(FailedRun run) throws InterruptedException {
    Scenario lifted =
        Lift.of(run.test(), run.events(), run.failure().kind())
            .withAbout("The faults and commands of " + run.name() + ".");
    OptionalLong failing = OptionalLong.empty();
    for (int round = 0; round < LIFTED_ROUNDS && failing.isEmpty(); round++) {
      failing = seeds.of(lifted.withSeed(run.seed() + (long) round * seeds.tries()));
    }
    return failing.stream().mapToObj(lifted::withSeed).findFirst();
  }

  private Optional<Scenario> drawn(FailedRun run) throws InterruptedException {
    Nemeses nemeses =
        run.test().body().founders().isEmpty()
            ? Nemeses.all().withoutChangesOfMembers()
            : Nemeses.all();
    for (long next = 1; next <= MOST_DRAWN; next += atATime) {
      List<Scenario> scenarios =
          LongStream.range(next, next + atATime)
              .mapToObj(seed -> Swarm.draw(nemeses, Lift.service(run.test()), seed))
              .toList();
      Optional<Scenario> failing = seeds.firstOf(scenarios);
      if (failing.isPresent()) {
        String about = failing.get().about().replaceAll("\\.$", "");
        return Optional.of(
            failing
                .get()
                .withAbout(
                    about + "; the faults and commands of " + run.name() + " do not show it."));
      }
      terminal.status(String.format(Locale.ROOT, "%,d drawn scenarios tried", next + atATime - 1));
    }
    return Optional.empty();
  }
}
