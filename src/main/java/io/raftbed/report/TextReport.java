package io.raftbed.report;

import io.raftbed.report.TextTable.Cell;
import io.raftbed.trace.FailureKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The end of a run as text: a table with one line per test, what failed, and the totals. */
public final class TextReport {

  private static final String[] NUMBERS = {
    "virtual time", "RPCs", "bytes", "commands", "events", "wall time"
  };

  private final Paint paint;
  private final Function<String, Optional<String>> replay;

  /**
   * Makes one.
   *
   * @param paint colours or not
   * @param replay makes the command that replays a run, from the test's name and {@code --seed N};
   *     empty where it was told before
   */
  public TextReport(Paint paint, Function<String, Optional<String>> replay) {
    this.paint = paint;
    this.replay = replay;
  }

  /** Returns the lines for these tests, in order; tests without any run are left out. */
  public List<String> lines(List<TestTotals> tests) {
    List<TestTotals> ran = tests.stream().filter(test -> test.runs() > 0).toList();
    List<String> lines = new ArrayList<>();
    if (!ran.isEmpty()) {
      boolean sums = ran.stream().anyMatch(test -> test.runs() > 1);
      if (sums) {
        lines.add("All numbers are sums over the seeds of a test.");
      }
      lines.addAll(table(ran, sums));
      lines.add("");
      ran.forEach(test -> lines.addAll(failures(test)));
    }
    lines.add(closing(ran));
    return lines;
  }

  private List<String> table(List<TestTotals> tests, boolean sums) {
    TextTable table = new TextTable();
    List<Cell> heading = new ArrayList<>();
    heading.add(Cell.text("test").painted(paint::strong));
    heading.add(Cell.text(sums ? "passed/seeds" : "result").painted(paint::strong));
    for (String number : NUMBERS) {
      heading.add(Cell.number(number).painted(paint::strong));
    }
    table.add(heading);
    tests.forEach(test -> table.add(row(test, sums)));
    return table.lines();
  }

  private List<Cell> row(TestTotals test, boolean sums) {
    ResultRow.Counts counts = test.counts();
    return List.of(
        Cell.text(test.test()),
        result(test, sums),
        Cell.number(Numbers.virtualTime(test.virtualNanos())),
        Cell.number(Numbers.count(counts.rpcs())),
        Cell.number(Numbers.count(counts.bytes())),
        Cell.number(Numbers.count(counts.commands())),
        Cell.number(Numbers.count(counts.events())),
        Cell.number(Numbers.wallTime(test.wallMillis())));
  }

  private Cell result(TestTotals test, boolean sums) {
    if (test.notOffered() == test.runs()) {
      return Cell.text("not offered");
    }
    String word = test.failed() > 0 ? "FAIL" : test.faults() > 0 ? "FAULT" : "pass";
    Cell cell = Cell.text(sums ? word + " " + test.passed() + "/" + test.runs() : word);
    return cell.painted(test.isGood() ? paint::good : paint::bad);
  }

  private List<String> failures(TestTotals test) {
    return test.failures().entrySet().stream().map(entry -> failure(test, entry)).toList();
  }

  private String failure(TestTotals test, Map.Entry<FailureKind, TestTotals.FailingSeeds> failure) {
    TestTotals.FailingSeeds seeds = failure.getValue();
    String numbers = seeds.first().stream().map(String::valueOf).collect(Collectors.joining(", "));
    if (seeds.count() > seeds.first().size()) {
      numbers += ", ... (" + Numbers.count(seeds.count()) + " seeds)";
    }
    Optional<String> command = replay.apply(test.test() + " --seed " + seeds.first().getFirst());
    return "%s %s: %s with seed %s%s"
        .formatted(
            paint.bad(failure.getKey() == FailureKind.TESTBED_FAULT ? "FAULT" : "FAIL"),
            test.test(),
            failure.getKey().label(),
            numbers,
            command.map(text -> "; replay: " + text).orElse(""));
  }

  private String closing(List<TestTotals> tests) {
    long passed = tests.stream().mapToLong(TestTotals::passed).sum();
    long failed = tests.stream().mapToLong(TestTotals::failed).sum();
    long faults = tests.stream().mapToLong(TestTotals::faults).sum();
    long notOffered = tests.stream().mapToLong(TestTotals::notOffered).sum();
    return passed
        + " passed, "
        + failed
        + " failed"
        + (faults == 0 ? "" : ", " + faults + " without a verdict")
        + (notOffered == 0 ? "" : ", " + notOffered + " not offered");
  }
}
