package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.report.Paint;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class TerminalTest {

  private static final String ERASE = "\r\u001b[K";

  private final StringWriter written = new StringWriter();

  private Terminal terminal(boolean live) {
    return new Terminal(new PrintWriter(written), live, Paint.PLAIN, 20, 20);
  }

  @Test
  void aStatusLineIsErasedBeforeALine() {
    Terminal terminal = terminal(true);
    terminal.status("1 of 2 done");
    terminal.line("failed");
    assertThat(written).hasToString(ERASE + "1 of 2 done" + ERASE + "failed\n");
  }

  @Test
  void aStatusLineNeverWraps() {
    terminal(true).status("0123456789".repeat(9));
    assertThat(written).hasToString(ERASE + "0123456789012345678");
  }

  @Test
  void statusLinesAreThinnedOut() {
    Terminal terminal = terminal(true);
    for (int i = 0; i < 1000; i++) {
      terminal.status("status " + i);
    }
    assertThat(written.toString()).contains("status 0").doesNotContain("status 1 ");
    assertThat(written.toString().split("status", -1)).hasSizeLessThan(100);
  }

  @Test
  void elsewhereThereIsNoStatus() {
    terminal(false).status("1 of 2 done");
    assertThat(written).hasToString("");
  }
}
