package io.raftbed.cli;

import io.raftbed.cli.HuntedVariant.Still;
import io.raftbed.lab.RaftFactory;
import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.Scenario.ServiceOption;
import io.raftbed.scenario.nemesis.Nemeses;
import io.raftbed.scenario.nemesis.Swarm;
import io.raftbed.scenario.shrink.Shrinker;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.Implementation;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.trace.FailureKind;
import io.raftbed.variants.BrokenVariant;
import io.raftbed.variants.UnrelatedEdit;
import io.raftbed.variants.VariantCompiler;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** Hunts a broken Raft with drawn scenarios, and shrinks the first that fails. */
final class VariantScenarios {

  private static final ScheduleKind SCHEDULE = new ScheduleKind.Random();
  private static final int TRIES = 8;

  private VariantScenarios() {}

  /**
   * Returns what came of it; empty when no scenario fails.
   *
   * @param mostDrawn so many scenarios are drawn at most, from seed 1 on
   */
  static Optional<HuntedVariant> hunt(BrokenVariant variant, int mostDrawn)
      throws InterruptedException {
    TestExecutor broken = executor(VariantCompiler.compile(variant));
    long start = System.nanoTime();
    for (long seed = 1; seed <= mostDrawn; seed++) {
      Scenario drawn = Swarm.draw(Nemeses.all().withoutChangesOfMembers(), ServiceOption.LOG, seed);
      try (FailingSeeds seeds = seeds(broken, 1)) {
        if (seeds.begin(drawn).isPresent()) {
          return Optional.of(shrunk(variant, broken, drawn, millisSince(start)));
        }
      }
    }
    return Optional.empty();
  }

  private static HuntedVariant shrunk(
      BrokenVariant variant, TestExecutor broken, Scenario found, long huntMillis)
      throws InterruptedException {
    try (FailingSeeds seeds = seeds(broken, TRIES)) {
      long start = System.nanoTime();
      Scenario from = found.withSeed(seeds.begin(found).orElseThrow());
      Scenario small = Shrinker.shrink(from, seeds::of, smaller -> {});
      long shrinkMillis = millisSince(start);
      FailureKind kind = seeds.kind().orElseThrow();
      Map<UnrelatedEdit, Still> edited = new EnumMap<>(UnrelatedEdit.class);
      for (UnrelatedEdit edit : UnrelatedEdit.values()) {
        edited.put(edit, still(small, kind, executor(VariantCompiler.compile(variant, edit))));
      }
      return new HuntedVariant(
          variant,
          kind,
          found.seed().orElseThrow(),
          huntMillis,
          found,
          small,
          shrinkMillis,
          edited);
    }
  }

  private static Still still(Scenario small, FailureKind kind, TestExecutor edited)
      throws InterruptedException {
    try (FailingSeeds seeds = seeds(edited, TRIES)) {
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
    return new FailingSeeds(executor, Optional.of(new ReferenceExecutor()), SCHEDULE, tries, 1);
  }

  private static TestExecutor executor(RaftFactory raft) {
    Implementation implementation = Implementation.of(raft);
    return (test, seed, schedule, sink) ->
        SuiteRunner.run(test, implementation, new SuiteRunner.Run(seed, schedule, sink));
  }

  private static long millisSince(long start) {
    return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
  }
}
