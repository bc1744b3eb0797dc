package io.raftbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.trace.Verdict;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class JsonReportTest {

  @Test
  void anObjectPerRun() {
    StringWriter out = new StringWriter();
    try (JsonReport report = new JsonReport(out)) {
      report.add(SampleRun.row("3A/initial-election", -1, new Verdict.Pass()));
      report.add(SampleRun.row("3B/backup", Long.MAX_VALUE, SampleRun.FAIL));
    }
    Golden.check("results-json", out.toString().lines().toList());
  }

  @Test
  void noRunsAreAnEmptyArray() {
    StringWriter out = new StringWriter();
    new JsonReport(out).close();
    assertThat(out).hasToString("[]\n");
  }
}
