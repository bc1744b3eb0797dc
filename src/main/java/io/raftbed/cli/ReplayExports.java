package io.raftbed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.raftbed.report.ChromeTrace;
import io.raftbed.report.SavedRun;
import io.raftbed.report.ShivizLog;
import io.raftbed.report.TimelinePage;
import io.raftbed.report.TraceFile;
import io.raftbed.trace.TraceEvent;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which files a run is written to: a mixin of the command that replays it. */
final class ReplayExports {

  @Spec(Spec.Target.MIXEE)
  private CommandSpec command;

  @Option(
      names = "--save",
      paramLabel = "FILE",
      description = "Writes the whole run to a file, to be replayed and compared.")
  private Optional<Path> save = Optional.empty();

  @Option(
      names = "--perfetto",
      paramLabel = "FILE",
      description = "Writes the whole run for ui.perfetto.dev or chrome://tracing.")
  private Optional<Path> perfetto = Optional.empty();

  @Option(
      names = "--shiviz",
      paramLabel = "FILE",
      description =
          "Writes the events that are shown as a log for ShiViz, whose parser takes "
              + ShivizLog.PATTERN
              + " .")
  private Optional<Path> shiviz = Optional.empty();

  @Option(
      names = "--html",
      paramLabel = "FILE",
      description =
          "Writes the whole run as a web page: lanes over time, messages as arrows. Events are"
              + " listed then only if you choose some.")
  private Optional<Path> html = Optional.empty();

  /**
   * A run that has ended.
   *
   * @param run what it was, and all that happened
   * @param shown those events that the user wants to see
   * @param saved the run as a file holds it; made only when it is asked for
   */
  record Replayed(TimelinePage.Run run, List<TraceEvent> shown, Supplier<SavedRun> saved) {
    List<TraceEvent> events() {
      return run.events();
    }
  }

  /** What writes a file, and may fail at it. */
  @FunctionalInterface
  private interface Content {
    void writeTo(Writer out) throws IOException;
  }

  /**
   * Refuses files that cannot be written, before a run is made in vain.
   *
   * @throws ParameterException when there is one; the message says which and why
   */
  void requireWritable() {
    Stream.of(save, html, perfetto, shiviz)
        .flatMap(Optional::stream)
        .forEach(this::requireWritable);
  }

  /** Returns whether there will be a page that shows the run. */
  boolean hasPage() {
    return html.isPresent();
  }

  /** Writes the files that were asked for, and says so. */
  void write(Replayed replayed, Terminal terminal) throws IOException {
    write(save, terminal, out -> TraceFile.write(replayed.saved().get(), out));
    write(html, terminal, out -> TimelinePage.write(out, replayed.run()));
    write(perfetto, terminal, out -> ChromeTrace.write(replayed.events(), out));
    write(shiviz, terminal, out -> ShivizLog.write(replayed.shown(), out));
  }

  private static void write(Optional<Path> file, Terminal terminal, Content content)
      throws IOException {
    if (file.isPresent()) {
      try (Writer out = Files.newBufferedWriter(file.get(), UTF_8)) {
        content.writeTo(out);
      }
      terminal.line("written: " + file.get());
    }
  }

  private void requireWritable(Path file) {
    Path folder = file.toAbsolutePath().normalize().getParent();
    if (Files.isDirectory(file)) {
      throw cannotWrite(file, "it is a folder");
    }
    if (folder == null || !Files.isDirectory(folder)) {
      throw cannotWrite(file, "there is no folder " + folder);
    }
    if (!Files.isWritable(Files.exists(file) ? file : folder)) {
      throw cannotWrite(file, "no permission");
    }
  }

  private ParameterException cannotWrite(Path file, String why) {
    return new ParameterException(
        command.commandLine(), "cannot write %s: %s".formatted(file, why));
  }
}
