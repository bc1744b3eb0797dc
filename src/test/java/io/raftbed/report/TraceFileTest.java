package io.raftbed.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TraceFileTest {

  private static final SavedRun RUN =
      SavedRun.of(
          "3B/backup",
          Long.MIN_VALUE + 1,
          "pct:3",
          Map.of("classpath", "a \"b\"", "raft", "My.Raft"),
          "safety",
          "00ff",
          SampleRun.EVENTS);

  @TempDir Path folder;

  private static String written() {
    StringWriter out = new StringWriter();
    TraceFile.write(RUN, out);
    return out.toString();
  }

  private SavedRun read(String text) throws IOException {
    return TraceFile.read(Files.writeString(folder.resolve("run"), text));
  }

  @Test
  void whatIsWrittenIsRead() throws IOException {
    assertThat(read(written().replace("-9223372036854775807", "-7")))
        .isEqualTo(
            new SavedRun(
                "3B/backup",
                -7,
                "pct:3",
                new TreeMap<>(RUN.server()),
                "safety",
                "00ff",
                RUN.events()));
    assertThat(written().lines()).hasSize(1 + SampleRun.EVENTS.size());
  }

  @Test
  void theLargestSeedsAreRead() throws IOException {
    assertThat(read(written())).isEqualTo(RUN);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\'',
      textBlock =
          """
          ""                           | run:1: this is no run
          [1,2]                        | run:1: this is no run
          {"format":"raftbed-trace-9"} | run:1: this is no run
          {"format":"raftbed-trace-1"} | run:1: it does not say "test"
          {"format":"raftbed-trace-1","test":"t","seed":"x"} | run:1: the seed "x" is no number
          """)
  void aBadFirstLineIsNamed(String text, String message) {
    assertThatThrownBy(() -> read(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(message);
  }

  @Test
  void aBadEventIsNamedByItsLine() {
    assertThatThrownBy(() -> read(written() + "{}\n"))
        .hasMessageContaining("run:8: it is no event: an array of time, node, kind and detail");
    assertThatThrownBy(() -> read(written() + "[1,\"S0\",\"send\"]\n"))
        .hasMessageContaining("run:8: it is no event");
    assertThatThrownBy(() -> read("")).hasMessageContaining("run:1: the file is empty");
  }

  @Test
  void equalEventsWithAnotherFingerprintDifferBetweenThem() {
    SavedRun other =
        new SavedRun(
            RUN.test(), RUN.seed(), "pct:3", new TreeMap<>(), "safety", "00fe", RUN.events());
    assertThat(RUN.differencesOf(other))
        .containsExactly(
            "the events are the same; threads ran in another order between them",
            "saved: safety, fingerprint 00ff",
            "now:   safety, fingerprint 00fe");
    assertThat(RUN.differencesOf(RUN)).isEmpty();
  }

  @Test
  void theFirstEventThatDiffersIsShownAfterThoseBeforeIt() {
    SavedRun shorter =
        new SavedRun(
            RUN.test(),
            RUN.seed(),
            "pct:3",
            new TreeMap<>(),
            "pass",
            "00fe",
            List.copyOf(RUN.events().subList(0, 5)));
    assertThat(RUN.differencesOf(shorter))
        .startsWith(
            "event 6 of 6 differs:",
            "  saved: 12.345678901 s, S0: apply snapshot up to index 6",
            "  now:   the run has ended",
            "  before, in both: 12.200000000 s, -: cut server 0");
  }
}
