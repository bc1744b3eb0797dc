package io.raftbed.cli;

import io.raftbed.cli.HuntedVariant.Still;
import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.Scenario.ServiceOption;
import io.raftbed.scenario.ScenarioFiles;
import io.raftbed.scenario.nemesis.Nemeses;
import io.raftbed.scenario.nemesis.Swarm;
import io.raftbed.scenario.shrink.Shrinker;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.Implementation;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.trace.FailureKind;
import io.raftbed.variants.BrokenVariant;
import io.raftbed.variants.UnrelatedEdit;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/**
 * Hunts broken servers with drawn scenarios, and shrinks the first that fails.
 *
 * @param hunts what is hunted, above which services
 */
record VariantScenarios(Hunts hunts) {

  private static final ScheduleKind SCHEDULE = new ScheduleKind.Random();
  private static final int TRIES = 8;

  /** As many as {@code raftbed shrink} takes on the machine for which the page gives times. */
  private static final int JOBS = 2;

  /**
   * Returns what came of it: of a drawn scenario, or else of a file that names what is hunted;
   * empty when none fails.
   *
   * @param mostDrawn so many scenarios are drawn at most, for seeds from 1 on
   */
  Optional<HuntedVariant> hunt(BrokenVariant variant, int mostDrawn) throws InterruptedException {
    TestExecutor broken = executor(hunts.family().compile(variant));
    Nemeses nemeses = Nemeses.all().withoutChangesOfMembers();
    List<ServiceOption> services = hunts.services();
    long start = System.nanoTime();
    for (int drawn = 0; drawn < mostDrawn; drawn++) {
      ServiceOption service = services.get(drawn % services.size());
      Scenario scenario = Swarm.draw(nemeses, service, 1 + drawn / services.size());
      try (FailingSeeds seeds = seeds(broken, 1)) {
        if (seeds.begin(scenario).isPresent()) {
          return Optional.of(
              shrunk(variant, broken, Optional.empty(), scenario, millisSince(start)));
        }
      }
    }
    return kept(variant, broken);
  }

  private Optional<HuntedVariant> kept(BrokenVariant variant, TestExecutor broken)
      throws InterruptedException {
    for (Path file : hunts.collection()) {
      Scenario scenario = ScenarioFiles.read(file);
      if (scenario.shows().contains(variant.id())
          && hunts.services().contains(scenario.service().orElse(ServiceOption.LOG))) {
        long start = System.nanoTime();
        try (FailingSeeds seeds = seeds(broken, TRIES)) {
          if (seeds.begin(scenario).isPresent()) {
            return Optional.of(
                shrunk(variant, broken, Optional.of(file), scenario, millisSince(start)));
          }
        }
      }
    }
    return Optional.empty();
  }

  private HuntedVariant shrunk(
      BrokenVariant variant,
      TestExecutor broken,
      Optional<Path> file,
      Scenario found,
      long huntMillis)
      throws InterruptedException {
    try (FailingSeeds seeds = seeds(broken, TRIES)) {
      long start = System.nanoTime();
      Scenario from = found.withSeed(seeds.begin(found).orElseThrow());
      Scenario smallest = Shrinker.shrink(from, seeds::of, smaller -> {});
      Scenario small = smallest.withSeeds(seeds.showing(smallest).seeds());
      long shrinkMillis = millisSince(start);
      FailureKind kind = seeds.kind().orElseThrow();
      Map<UnrelatedEdit, Still> edited = new HashMap<>();
      for (UnrelatedEdit edit : hunts.family().unrelatedEdits()) {
        edited.put(edit, still(small, kind, executor(hunts.family().compile(variant, edit))));
      }
      return new HuntedVariant(variant, kind, file, huntMillis, found, small, shrinkMillis, edited);
    }
  }

  private static Still still(Scenario small, FailureKind kind, TestExecutor edited)
      throws InterruptedException {
    try (FailingSeeds seeds = seeds(edited, small.seeds().orElse(1))) {
      seeds.expect(kind);
      OptionalLong failing = seeds.of(small);
      if (failing.isEmpty()) {
        return Still.NO;
      }
      return failing.equals(OptionalLong.of(small.seed().orElseThrow()))
          ? Still.WITH_ITS_SEED
          : Still.WITH_ANOTHER_SEED;
    }
  }

  private static FailingSeeds seeds(TestExecutor executor, int tries) {
    return new FailingSeeds(executor, Optional.of(new ReferenceExecutor()), SCHEDULE, tries, JOBS);
  }

  private static TestExecutor executor(Implementation implementation) {
    return (test, seed, schedule, sink) ->
        SuiteRunner.run(test, implementation, new SuiteRunner.Run(seed, schedule, sink));
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
