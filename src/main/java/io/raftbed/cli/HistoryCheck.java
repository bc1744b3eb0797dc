package io.raftbed.cli;

import io.raftbed.linearizability.Budget;
import io.raftbed.linearizability.CheckResult;
import io.raftbed.linearizability.Checker;
import io.raftbed.linearizability.Limit;
import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Verdict;
import io.raftbed.linearizability.format.FormatException;
import io.raftbed.linearizability.format.HistoryFormat;
import io.raftbed.linearizability.format.ModelName;
import io.raftbed.linearizability.format.Recorded;
import io.raftbed.linearizability.format.Source;
import io.raftbed.report.CheckRow;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Checks histories in files, one at a time.
 *
 * @param format the format; told by the content when empty
 * @param model the model; told by the format when empty
 * @param timeout how long a check may take
 * @param memory how many bytes a check may hold
 * @param jobs how many partitions are checked at a time
 * @param pages where a page about each goes, if anywhere
 */
record HistoryCheck(
    Optional<HistoryFormat> format,
    Optional<ModelName> model,
    Optional<Duration> timeout,
    long memory,
    int jobs,
    Optional<HistoryPages> pages) {

  /**
   * Checks a file.
   *
   * @throws FormatException when it is no history; the message says why
   * @throws InterruptedException when the calling thread is interrupted
   */
  CheckedHistory check(Path file) throws InterruptedException {
    try {
      CheckedHistory checked = check(file, read(HistoryText.read(file)));
      if (Thread.interrupted()) {
        throw new InterruptedException();
      }
      return checked;
    } catch (OutOfMemoryError _) {
      throw outOfMemory(file);
    } catch (IllegalStateException e) {
      if (Thread.interrupted()) {
        throw new InterruptedException();
      } else if (e.getCause() instanceof OutOfMemoryError) {
        throw outOfMemory(file);
      }
      throw e;
    }
  }

  private static FormatException outOfMemory(Path file) {
    return new FormatException(
        file.toString(),
        "needs more than the heap of %d MB; give Java more: RAFTBED_JAVA_OPTS=-Xmx8g"
            .formatted(Runtime.getRuntime().maxMemory() >> 20));
  }

  private Recorded<?, ?, ?> read(Source source) {
    HistoryFormat chosen =
        format
            .or(() -> HistoryFormat.of(source))
            .orElseThrow(() ->
                new FormatException(
                    source.name(),
                    "expected a history in one of the formats "
                        + formats()
                        + "; name its format with --format"));
    return chosen.read(source, model);
  }

  private static String formats() {
    return Arrays.stream(HistoryFormat.values())
        .map(HistoryFormat::label)
        .collect(Collectors.joining(", "));
  }

  private <S, I, O> CheckedHistory check(Path file, Recorded<S, I, O> recorded) {
    long start = System.nanoTime();
    CheckResult<I, O> result =
        Checker.of(recorded.model())
            .budget(budget(start))
            .jobs(jobs)
            .stopAtFirst()
            .check(recorded.history());
    long millis = (System.nanoTime() - start) / 1_000_000;
    CheckRow row =
        new CheckRow(
            file.toString(),
            recorded.modelName().label(),
            result.verdict().label(),
            recorded.history().operations().size(),
            recorded.history().clients(),
            partitions(recorded),
            result.procedure().isEmpty() ? "nothing to decide" : result.procedure(),
            result.steps(),
            millis);
    List<String> words = new ArrayList<>(words(recorded.model(), result.verdict()));
    writePage(file, recorded, result.verdict()).ifPresent(page -> words.add("page: " + page));
    return new CheckedHistory(row, words);
  }

  private <S, I, O> Optional<Path> writePage(
      Path file, Recorded<S, I, O> recorded, Verdict<I, O> verdict) {
    if (pages.isEmpty()) {
      return Optional.empty();
    }
    try {
      return Optional.of(pages.get().write(file, recorded.model(), recorded.history(), verdict));
    } catch (IOException e) {
      throw new FormatException(file.toString(), "its page cannot be written: " + e.getMessage());
    }
  }

  private Budget budget(long start) {
    Thread main = Thread.currentThread();
    long nanos = timeout.map(Duration::toNanos).orElse(Long.MAX_VALUE);
    return Budget.UNLIMITED
        .withBytes(memory)
        .withCancellation(() -> System.nanoTime() - start > nanos || main.isInterrupted());
  }

  private static <S, I, O> int partitions(Recorded<S, I, O> recorded) {
    return (int)
        recorded.history().operations().stream()
            .map(Operation::input)
            .map(recorded.model()::partition)
            .distinct()
            .count();
  }

  private static <I, O> List<String> words(Model<?, I, O> model, Verdict<I, O> verdict) {
    return switch (verdict) {
      case Verdict.Linearizable<I, O> _ -> List.of();
      case Verdict.NotLinearizable<I, O>(var evidence) -> evidence.words(model);
      case Verdict.Undecided<I, O>(Limit limit) ->
          List.of(
              limit == Limit.MEMORY
                  ? "the memory ran out; allow more with --memory"
                  : "the time ran out; allow more with --timeout");
    };
  }
}
