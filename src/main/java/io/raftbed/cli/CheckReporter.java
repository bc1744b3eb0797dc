package io.raftbed.cli;

import io.raftbed.report.CheckRow;
import io.raftbed.report.CheckText;
import io.raftbed.report.RefusedRow;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tells about histories while they are checked, and what came of all. */
final class CheckReporter {

  private static final int SKIPPED_SHOWN = 5;
  private static final String YES = "linearizable";
  private static final String NO = "not linearizable";
  private static final String UNKNOWN = "unknown";

  private final Terminal terminal;
  private final PrintWriter err;
  private final boolean verbose;
  private final CheckText text;
  private final Map<String, Integer> verdicts = new TreeMap<>();
  private int bad;

  CheckReporter(Terminal terminal, PrintWriter err, boolean verbose) {
    this.terminal = terminal;
    this.err = err;
    this.verbose = verbose;
    text = new CheckText(terminal.paint(), verbose ? Integer.MAX_VALUE : terminal.width());
  }

  /** Takes the next result. */
  void add(CheckedHistory checked) {
    CheckRow row = checked.row();
    verdicts.merge(row.verdict(), 1, Integer::sum);
    List<String> lines = new ArrayList<>();
    lines.add(text.line(row));
    lines.addAll(text.words(verbose ? checked.words() : brief(checked.words())));
    terminal.lines(lines);
  }

  /** The cause and the operation that has no place: all but what follows the second blank line. */
  private static List<String> brief(List<String> words) {
    List<String> lines = new ArrayList<>();
    int blanks = 0;
    for (String line : words) {
      blanks += line.isEmpty() ? 1 : 0;
      if ((blanks < 2 || line.startsWith("page: ")) && !line.isEmpty() && !line.equals(NO)) {
        lines.add(line);
      }
    }
    return lines;
  }

  /** Tells about bad input, in one line. */
  void refuse(RefusedRow row) {
    bad++;
    terminal.lines(List.of());
    err.println("raftbed: " + row.error());
    err.flush();
  }

  /** Says what was passed over. */
  void skipped(List<Path> files) {
    if (!files.isEmpty()) {
      List<String> names =
          files.stream().limit(verbose ? files.size() : SKIPPED_SHOWN).map(Path::toString).toList();
      terminal.line(
          "skipped %s without a history: %s%s"
              .formatted(
                  CheckText.count(files.size(), "file"),
                  String.join(", ", names),
                  files.size() > names.size() ? ", ..." : ""));
    }
  }

  /** Says how much of it is done. */
  String progress(int total) {
    return "%d/%d checked, %d not linearizable".formatted(checked(), total, of(NO));
  }

  /** Says that not all was checked. */
  void interrupted(int total) {
    terminal.line("interrupted: %d of %d files are checked".formatted(checked() + bad, total));
  }

  /** Says what came of it all. */
  void end(long millis) {
    terminal.line(
        "%s in %s: %d linearizable, %d not linearizable, %d unknown%s"
            .formatted(
                CheckText.count(checked(), "file"),
                CheckText.time(millis),
                of(YES),
                of(NO),
                of(UNKNOWN),
                bad == 0 ? "" : "; " + bad + " could not be checked"));
  }

  private int checked() {
    return verdicts.values().stream().mapToInt(Integer::intValue).sum();
  }

  private int of(String verdict) {
    return verdicts.getOrDefault(verdict, 0);
  }

  /** Returns what the results come to; a violation is certain, whatever else happened. */
  int exitCode() {
    if (of(NO) > 0) {
      return ExitCode.FAILED;
    } else if (bad > 0) {
      return ExitCode.USAGE;
    }
    return of(UNKNOWN) > 0 ? ExitCode.NO_VERDICT : ExitCode.PASSED;
  }
}
