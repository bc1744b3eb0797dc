package io.raftbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Verdict;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class TextReportTest {

  private static final Verdict FAULT =
      new Verdict.Fail(FailureKind.TESTBED_FAULT, "two runs differ", List.of(), 0);

  private final TextReport report =
      new TextReport(Paint.PLAIN, arguments -> Optional.of("./raftbed run " + arguments));

  private static TestTotals totals(String test, Verdict... verdicts) {
    TestTotals totals = new TestTotals(test);
    for (int i = 0; i < verdicts.length; i++) {
      totals.add(SampleRun.row(test, i + 1, verdicts[i]));
    }
    return totals;
  }

  @Test
  void oneSeed() {
    Golden.check(
        "table-one-seed",
        report.lines(
            List.of(
                totals("3A/initial-election", new Verdict.Pass()),
                totals("3B/backup", SampleRun.FAIL),
                totals("3B/rejoin", FAULT),
                totals("3C/never-run"))));
  }

  @Test
  void manySeedsAreSummed() {
    Verdict pass = new Verdict.Pass();
    Verdict fail = SampleRun.FAIL;
    Golden.check(
        "table-many-seeds",
        report.lines(
            List.of(
                totals("3A/initial-election", pass, pass, pass),
                totals("3B/backup", pass, fail, fail, fail, fail, fail, fail, fail))));
  }

  @Test
  void aCommandThatWasToldIsNotToldAgain() {
    List<TestTotals> tests = List.of(totals("3B/backup", SampleRun.FAIL));
    assertThat(new TextReport(Paint.PLAIN, _ -> Optional.empty()).lines(tests))
        .contains("FAIL 3B/backup: safety with seed 1");
  }

  @Test
  void nothingRan() {
    assertThat(report.lines(List.of())).containsExactly("0 passed, 0 failed");
  }

  @Test
  void colourDoesNotMoveColumns() {
    List<TestTotals> tests = List.of(totals("3B/backup", SampleRun.FAIL));
    List<String> coloured = new TextReport(Paint.ANSI, Optional::of).lines(tests);
    List<String> plain = new TextReport(Paint.PLAIN, Optional::of).lines(tests);
    assertThat(coloured).isNotEqualTo(plain);
    assertThat(coloured.stream().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")))
        .isEqualTo(plain);
  }
}
