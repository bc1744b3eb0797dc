package io.raftbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Verdict;
import java.util.List;
import org.junit.jupiter.api.Test;

class TimelinePageTest {

  private static final String PAGE =
      SampleTimelines.page(SampleTimelines.FAIL, SampleTimelines.SMALL);

  @Test
  void wordsAndDataOfAFailure() {
    String page =
        PAGE.replaceFirst("(?s)<style>.*</style>", "<style></style>")
            .replaceFirst("(?s)<script type=\"module\">.*</script>", "<script></script>");
    Golden.check("timeline-page", page.lines().toList());
  }

  @Test
  void nothingIsLoaded() {
    assertThat(PAGE).doesNotContain("http:", "https:", "src=", "@import", "url(", "fetch(");
  }

  @Test
  void textCannotEndTheScriptThatHoldsItNorBeMarkup() {
    assertThat(PAGE.split("</script>", -1)).hasSize(3);
    assertThat(PAGE.split("<!--", -1)).hasSize(1);
    assertThat(PAGE).contains("\\u003C/script>", "server &lt;Mine&gt;").doesNotContain("<Mine>");
  }

  @Test
  void everyPlaceIsFilled() {
    assertThat(PAGE).doesNotContainPattern("\\{\\{\\w+}}");
  }

  @Test
  void aRunThatPassedOrHasNoEventsHasAPage() {
    assertThat(SampleTimelines.page(new Verdict.Pass(), List.of()))
        .contains("3B/sample, seed 7: pass", "0 events in 0.000 s of virtual time");
  }

  @Test
  void aRunThatFailsInSilenceLastsUntilItFails() {
    Verdict.Fail late =
        new Verdict.Fail(FailureKind.LIVENESS, "no leader", List.of(), 5_000_000_000L);
    assertThat(SampleTimelines.page(late, SampleTimelines.SMALL))
        .contains("17 events in 5.000 s of virtual time");
  }

  /** Each event takes a few numbers; what it is about stands there once. */
  @Test
  void aHundredThousandEventsAreAFewMegabytes() {
    int many = 100_000;
    String page = SampleTimelines.page(new Verdict.Pass(), SampleTimelines.many(many));
    assertThat(page.length()).isBetween(many * 10, many * 100);
  }
}
