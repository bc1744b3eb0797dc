package io.raftbed.linearizability;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.linearizability.format.HistoryFormat;
import io.raftbed.linearizability.format.Recorded;
import io.raftbed.linearizability.format.Source;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What docs/checker.md shows: its Java is a region of this file, its histories are read. */
class GuideTest {

  private static final Path GUIDE = Path.of("docs/checker.md");
  private static final Path SELF =
      Path.of("src/test/java/io/raftbed/linearizability/GuideTest.java");

  // region own-model
  /** A lamp with one button: a press turns it on or off and says which. */
  record Lamp() implements SequentialObject<Boolean, String, String> {

    @Override
    public Boolean initial() {
      return false;
    }

    @Override
    public Effect<Boolean, String> apply(Boolean isOn, String input) {
      boolean next = input.equals("press") ? !isOn : isOn;
      return new Effect<>(next, next ? "on" : "off");
    }

    @Override
    public boolean isPure(String input, Outcome<String> outcome) {
      return input.equals("look");
    }
  }

  // endregion

  static CheckResult<String, String> checkLamp() {
    // region own-history
    EventHistory<String, String> events = History.events();
    int press = events.call(1, "press");
    int look = events.call(2, "look");
    events.ok(look, "on");
    events.unknown(press);
    events.ok(events.call(2, "look"), "off");
    CheckResult<String, String> result = Checker.of(new Lamp()).check(events.build());
    if (result.verdict() instanceof Verdict.NotLinearizable<String, String>(var evidence)) {
      evidence.words(new Lamp()).forEach(System.out::println);
    }
    // endregion
    return result;
  }

  @Test
  void theLampCannotGoOutByItself() {
    CheckResult<String, String> result = checkLamp();
    assertThat(result.verdict().label()).isEqualTo("not linearizable");
  }

  @Test
  void javaOfTheGuideIsCompiled() throws IOException {
    List<String> regions = blocks(SELF, "// region \\S+\\n(.*?)\\n *// endregion");
    assertThat(blocks(GUIDE, "```java\\n(.*?)\\n```")).hasSize(2).isEqualTo(regions);
  }

  @Test
  void historiesOfTheGuideAreRead() throws IOException {
    List<String> histories = blocks(GUIDE, "```json\\n(.*?)\\n```");
    assertThat(histories).hasSize(2);
    assertThat(histories)
        .extracting(text -> verdict(HistoryFormat.JSON.read(new Source("guide", text))))
        .containsExactly("not linearizable", "linearizable");
  }

  private static <S, I, O> String verdict(Recorded<S, I, O> recorded) {
    return Checker.of(recorded.model()).check(recorded.history()).verdict().label();
  }

  private static List<String> blocks(Path file, String pattern) throws IOException {
    return Pattern.compile(pattern, Pattern.DOTALL)
        .matcher(Files.readString(file))
        .results()
        .map((MatchResult block) -> block.group(1).stripTrailing().stripIndent().strip())
        .toList();
  }
}
