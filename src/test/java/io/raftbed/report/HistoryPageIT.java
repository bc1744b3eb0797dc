package io.raftbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.linearizability.History;
import io.raftbed.linearizability.Verdict;
import io.raftbed.linearizability.model.KvInput;
import io.raftbed.linearizability.model.KvOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page in a real browser, used by keys, mouse and menus as a reader would. */
class HistoryPageIT {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;

  @TempDir private static Path folder;
  private static Chromium chromium;

  @BeforeAll
  static void start() throws IOException, InterruptedException {
    chromium = new Chromium(Files.createDirectories(folder.resolve("profile")));
  }

  @AfterAll
  static void stop() {
    chromium.close();
  }

  @AfterEach
  void nothingWentWrong() {
    assertThat(chromium.complaints()).isEmpty();
  }

  private static void open(History<KvInput, KvOutput> history) throws IOException {
    openPage(SampleHistories.page("sample", history));
  }

  private static void openPage(String page) throws IOException {
    Path file = folder.resolve("page.html");
    Files.writeString(file, page);
    chromium.open(file, WIDTH, HEIGHT);
  }

  private static int number(String expression) {
    return (int) Math.round(Double.parseDouble(chromium.evaluate(expression)));
  }

  @Test
  void everyOperationOfThePartitionIsABar() throws IOException {
    open(SampleHistories.staleRead());
    chromium.evaluate("picture.view.fit(); picture.changed()");
    chromium.frame();
    assertThat(number("picture.drawn.bars")).isEqualTo(7);
    assertThat(chromium.evaluate("document.getElementById('partition').value")).isEqualTo("0");

    chromium.evaluate("picture.setPartition(-1); picture.view.fit(); picture.changed()");
    chromium.frame();
    assertThat(number("picture.drawn.bars")).isEqualTo(9);
  }

  @Test
  void textOfOperationsIsDataNotMarkup() throws IOException {
    open(SampleHistories.staleRead());
    chromium.evaluate("picture.setPartition(-1)");
    assertThat(chromium.evaluate("picture.layout.shown.find(o => o.client === 3).text"))
        .contains(SampleHistories.HOSTILE);
    assertThat(number("document.querySelectorAll('b').length")).isZero();
  }
}
