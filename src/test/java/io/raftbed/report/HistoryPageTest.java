package io.raftbed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.raftbed.linearizability.Limit;
import io.raftbed.linearizability.Verdict;
import io.raftbed.linearizability.model.KvInput;
import io.raftbed.linearizability.model.KvOutput;
import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HistoryPageTest {

  private static final String PAGE =
      SampleHistories.page("a \"title\" & <more>", SampleHistories.staleRead());

  @Test
  void wordsAndDataOfAViolation() {
    String page =
        PAGE.replaceFirst("(?s)<style>.*</style>", "<style></style>")
            .replaceFirst("(?s)<script type=\"module\">.*</script>", "<script></script>");
    Golden.check("history-page", page.lines().toList());
  }

  @Test
  void nothingIsLoaded() {
    assertThat(PAGE).doesNotContain("http:", "https:", "src=", "@import", "url(", "fetch(");
  }

  @Test
  void textCannotEndTheScriptThatHoldsIt() {
    assertThat(PAGE.split("</script>", -1)).hasSize(3);
    assertThat(PAGE.split("<!--", -1)).hasSize(1);
    assertThat(PAGE).contains("\\u003C/script>");
  }

  @Test
  void everyPlaceIsFilled() {
    assertThat(PAGE).doesNotContainPattern("\\{\\{\\w+}}");
  }

  @Test
  void eachVerdictSaysHowItWasFound() {
    assertThat(SampleHistories.page("a", SampleHistories.many(20, 12, true)))
        .contains("there is a legal order of the 20 operations that took effect");
    assertThat(page(new Verdict.Linearizable<>(Optional.empty())))
        .contains("decided by a procedure that makes no order");
    assertThat(page(new Verdict.Undecided<>(Limit.MEMORY)))
        .contains("the budget ran out (memory) before it was decided");
  }

  private static String page(Verdict<KvInput, KvOutput> verdict) {
    return SampleHistories.page("a", SampleHistories.staleRead(), verdict);
  }

  @Test
  void longTextsAreAbridged() {
    String text = "a".repeat(1000) + "z".repeat(1000);
    assertThat(Abridged.of(text))
        .hasSizeLessThan(520)
        .startsWith("aaa")
        .contains(" 1520 characters ")
        .endsWith("zzz");
    assertThat(Abridged.of("a".repeat(500))).hasSize(500);
  }

  @Test
  void aWriterThatFailsShows() {
    Writer full =
        new Writer() {
          private int room = 60_000;

          @Override
          public void write(char[] text, int from, int length) throws IOException {
            room -= length;
            if (room < 0) {
              throw new IOException("no space left");
            }
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    assertThatThrownBy(() ->
            HistoryPage.write(
                full,
                "a",
                SampleHistories.MODEL,
                SampleHistories.many(10_000, 12, true),
                new Verdict.Linearizable<>(Optional.empty())))
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("no space left");
  }
}
