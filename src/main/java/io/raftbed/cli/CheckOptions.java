package io.raftbed.cli;

import io.raftbed.linearizability.format.HistoryFormat;
import io.raftbed.linearizability.format.ModelName;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/** The options that say how histories are read and checked. */
final class CheckOptions {

  private static final String AUTO = "auto";

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      defaultValue = AUTO,
      completionCandidates = Models.class,
      description =
          "What the histories are of: ${COMPLETION-CANDIDATES}; auto, as when it is not given,"
              + " takes it from the file where that says it.")
  private String model = AUTO;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = AUTO,
      completionCandidates = Formats.class,
      description =
          "How the files are written: ${COMPLETION-CANDIDATES}; auto, as when it is not given,"
              + " tells it by the content.")
  private String format = AUTO;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      description =
          "How long the check of one file may take, such as 500ms, 10s or 2m; without it there is"
              + " no bound. Then the verdict is unknown.")
  private Optional<Duration> timeout = Optional.empty();

  @Option(
      names = "--memory",
      paramLabel = "SIZE",
      converter = SizeConverter.class,
      description =
          "How much memory the check of one file may hold, such as 500m or 2g; half of Java's heap"
              + " when it is not given. Then the verdict is unknown.")
  private Optional<Long> memory = Optional.empty();

  @Option(
      names = "--jobs",
      paramLabel = "J",
      description =
          "How many partitions of a history are checked at a time; as many as there are cores when"
              + " it is not given.")
  private Optional<Integer> jobs = Optional.empty();

  @Option(
      names = "--html",
      paramLabel = "OUT",
      description =
          "Writes a page about each history to look at in a browser: the file OUT for one file,"
              + " files in the folder OUT for several or a folder.")
  private Optional<Path> html = Optional.empty();

  /** What a shell may complete. */
  static final class Models implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return withAuto(Arrays.stream(ModelName.values()).map(ModelName::label)).iterator();
    }
  }

  /** What a shell may complete. */
  static final class Formats implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return withAuto(Arrays.stream(HistoryFormat.values()).map(HistoryFormat::label)).iterator();
    }
  }

  private static List<String> withAuto(Stream<String> labels) {
    return Stream.concat(Stream.of(AUTO), labels).toList();
  }

  /**
   * Returns the check that was asked for.
   *
   * @param paths what is to be checked
   * @throws IllegalArgumentException when an option makes no sense; the message says why
   */
  HistoryCheck check(List<Path> paths) {
    int workers = jobs.orElseGet(() -> Runtime.getRuntime().availableProcessors());
    if (workers < 1) {
      throw new IllegalArgumentException("--jobs must be at least 1, not " + workers);
    }
    return new HistoryCheck(format(), modelName(), timeout, bytes(), workers, pages(paths));
  }

  private Optional<HistoryPages> pages(List<Path> paths) {
    if (html.isEmpty()) {
      return Optional.empty();
    }
    try {
      boolean isFolder = paths.size() > 1 || Files.isDirectory(paths.getFirst());
      return Optional.of(new HistoryPages(html.get(), isFolder));
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot write " + html.get() + ": " + e.getMessage(), e);
    }
  }

  private long bytes() {
    long heap = Runtime.getRuntime().maxMemory();
    long bytes = memory.orElse(heap / 2);
    if (bytes > heap) {
      throw new IllegalArgumentException(
          "--memory is more than Java's heap of %d MB; give it more: RAFTBED_JAVA_OPTS=-Xmx8g"
              .formatted(heap >> 20));
    }
    return bytes;
  }

  /** Returns the format that was named, if one was. */
  Optional<HistoryFormat> format() {
    Optional<HistoryFormat> named =
        Arrays.stream(HistoryFormat.values()).filter(it -> it.label().equals(format)).findFirst();
    require("--format", format, named.isPresent(), new Formats());
    return named;
  }

  private Optional<ModelName> modelName() {
    Optional<ModelName> named = ModelName.of(model);
    require("--model", model, named.isPresent(), new Models());
    return named;
  }

  private static void require(
      String option, String value, boolean known, Iterable<String> expected) {
    if (!known && !value.equals(AUTO)) {
      throw new IllegalArgumentException(
          "there is no %s %s; there are %s".formatted(option, value, String.join(", ", expected)));
    }
  }
}
