package io.raftbed.cli;

import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.shrink.Losses;
import io.raftbed.scenario.shrink.Shrinker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Shrinks a scenario, whose smallest form so far always stands in a file, and tells what came of
 * it.
 *
 * @param seeds tells what still fails
 * @param options what a command needs to run the same server under the same schedule, with a space
 *     before it
 */
record Shrinking(FailingSeeds seeds, String options, Terminal terminal) {

  /**
   * What is to be shrunk.
   *
   * @param original before anything was left out
   * @param from what is left so far; fails with its own seed
   * @param target the file
   * @param origin where the original comes from, in lines; none when nobody asks
   */
  record Job(Scenario original, Scenario from, Path target, List<String> origin) {}

  /** Goes on until nothing can go, or there is no more time; returns the exit code. */
  int shrink(Job job) {
    Scenario[] smallest = {job.from()};
    Optional<FailingSeeds.Showing> showing = Optional.empty();
    boolean isSmallest = false;
    try {
      Shrinker.shrink(
          job.from(),
          seeds::of,
          smaller -> {
            smallest[0] = smaller;
            ScenarioFile.write(job.target(), smaller, List.of());
            terminal.status(
                "%d tries, %d of %d steps left"
                    .formatted(
                        seeds.scenarios(), smaller.steps().size(), job.original().steps().size()));
          });
      isSmallest = true;
      showing = Optional.of(seeds.showing(smallest[0]));
    } catch (InterruptedException e) {
      terminal.line(
          isSmallest
              ? "not done: nobody knows with how many seeds it fails"
              : "not done: what follows may get smaller still");
    }
    tell(job, smallest[0], isSmallest, showing);
    return showing.isPresent() ? ExitCode.PASSED : ExitCode.NO_VERDICT;
  }

  private void tell(
      Job job, Scenario smallest, boolean isSmallest, Optional<FailingSeeds.Showing> showing) {
    List<String> comments = new ArrayList<>(job.origin());
    comments.add(
        "Shrunk from %d steps to %d; %s%s."
            .formatted(
                job.original().steps().size(),
                smallest.steps().size(),
                showing
                    .map(known -> fails(known, smallest.seed().orElseThrow()))
                    .orElse("fails with seed " + smallest.seed().orElseThrow()),
                options.isEmpty() ? "" : ", with" + options));
    comments.addAll(Losses.words(job.original(), smallest));
    if (isSmallest) {
      comments.add(
          "Without any one line, or with smaller numbers, it fails with fewer of %d seeds, or cannot run."
              .formatted(seeds.tries()));
    }
    Scenario shown = showing.map(known -> smallest.withSeeds(known.seeds())).orElse(smallest);
    Scenario told = shown.withAbout(seeds.failureOf(shown));
    ScenarioFile.write(job.target(), told, comments);
    terminal.line("");
    terminal.lines(ScenarioFile.text(told, comments).lines().toList());
    terminal.line("");
    terminal.line("%d scenarios tried, %d runs".formatted(seeds.scenarios(), seeds.runs()));
    terminal.line("written: " + job.target());
    terminal.line("replay: ./raftbed replay " + ShellWord.of(job.target().toString()) + options);
  }

  private static String fails(FailingSeeds.Showing showing, long from) {
    return "fails with %s of the %d seeds from %d on"
        .formatted(
            showing.failing() == showing.seeds() ? "all" : showing.failing(),
            showing.seeds(),
            from);
  }
}
