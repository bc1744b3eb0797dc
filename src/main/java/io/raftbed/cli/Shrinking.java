package io.raftbed.cli;

import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.shrink.Losses;
import io.raftbed.scenario.shrink.Shrinker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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
    boolean done = false;
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
      smallest[0] = seeds.withSeedsThatShow(smallest[0]);
      done = true;
    } catch (InterruptedException e) {
      terminal.line("not done: what follows may get smaller still");
    }
    tell(job, smallest[0], done);
    return done ? ExitCode.PASSED : ExitCode.NO_VERDICT;
  }

  private void tell(Job job, Scenario smallest, boolean done) {
    List<String> comments = new ArrayList<>(job.origin());
    comments.add(
        "Shrunk from %d steps to %d; fails with seed %d%s%s."
            .formatted(
                job.original().steps().size(),
                smallest.steps().size(),
                smallest.seed().orElseThrow(),
                smallest.seeds().isPresent() ? ", and with others" : "",
                options.isEmpty() ? "" : " of" + options));
    comments.addAll(Losses.words(job.original(), smallest));
    if (done) {
      comments.add(
          "Without any one line, or with smaller numbers, it passes with %d seeds or cannot run."
              .formatted(seeds.tries()));
    }
    Scenario told = smallest.withAbout(seeds.failureOf(smallest));
    ScenarioFile.write(job.target(), told, comments);
    terminal.line("");
    terminal.lines(ScenarioFile.text(told, comments).lines().toList());
    terminal.line("");
    terminal.line("%d scenarios tried, %d runs".formatted(seeds.scenarios(), seeds.runs()));
    terminal.line("written: " + job.target());
    terminal.line("replay: ./raftbed replay " + ShellWord.of(job.target().toString()) + options);
  }
}
