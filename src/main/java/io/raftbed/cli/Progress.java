package io.raftbed.cli;

import java.util.function.Function;

/** The live line of a sweep: how far it is, how many failed, and what runs now. */
final class Progress {

  private final Terminal terminal;
  private final long total;
  private long done;
  private long failures;

  Progress(Terminal terminal, long total) {
    this.terminal = terminal;
    this.total = total;
  }

  /** Makes one run and shows it while it is made; called from several threads. */
  CheckedRun watch(SweepPlan.Task task, Function<SweepPlan.Task, CheckedRun> run) {
    started(task);
    CheckedRun result = run.apply(task);
    finished(result);
    return result;
  }

  private synchronized void started(SweepPlan.Task task) {
    terminal.status(
        "%d/%d done, %d failed, running %s seed %d"
            .formatted(done, total, failures, task.test().id(), task.seed()));
  }

  private synchronized void finished(CheckedRun run) {
    done++;
    if (!run.row().verdict().passed()) {
      failures++;
    }
  }
}
