package io.raftbed.scenario.shrink;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.Scenario.ServiceOption;
import io.raftbed.scenario.Step;
import io.raftbed.scenario.format.Parts;
import io.raftbed.scenario.format.RecordWriter;
import io.raftbed.scenario.nemesis.Nemeses;
import io.raftbed.scenario.nemesis.Swarm;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShrinkerTest {

  /** A scenario that needs what is asked for, among much else. */
  private static Scenario having(String... words) {
    return LongStream.rangeClosed(1, 5_000)
        .mapToObj(
            seed -> Swarm.draw(Nemeses.all().withoutChangesOfMembers(), ServiceOption.LOG, seed))
        .filter(scenario -> has(scenario, words))
        .findFirst()
        .orElseThrow();
  }

  private static boolean has(Scenario scenario, String... words) {
    List<String> found =
        Parts.of(scenario.steps(), Step.class)
            .map(step -> RecordWriter.word((Record) step.action()))
            .toList();
    return found.containsAll(Arrays.asList(words));
  }

  private static OptionalLong failsIf(boolean fails) {
    return fails ? OptionalLong.of(7) : OptionalLong.empty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crash restart", "hold disconnect", "pause", "drift split crash"})
  void onlyWhatTheFailureNeedsIsLeft(String needed) throws InterruptedException {
    String[] words = needed.split(" ");
    Scenario small =
        Shrinker.shrink(having(words), scenario -> failsIf(has(scenario, words)), each -> {});
    assertThat(small.steps()).hasSize(words.length);
    assertThat(has(small, words)).isTrue();
    assertThat(small.servers()).isEmpty();
    assertThat(small.storage()).isEmpty();
    assertThat(small.network()).isEmpty();
    assertThat(small.seed()).hasValue(7L);
    assertThat(Parts.of(small.steps(), Step.class).map(Step::when)).allMatch(w -> w.isEmpty());
  }

  @Test
  void nothingIsLeftOutOfWhatCannotBeSmaller() throws InterruptedException {
    Scenario whole = having("crash");
    assertThat(Shrinker.shrink(whole, scenario -> failsIf(false), each -> {})).isEqualTo(whole);
  }

  @Test
  void eachSmallerOneIsTold() throws InterruptedException {
    List<Integer> sizes = new ArrayList<>();
    Scenario small =
        Shrinker.shrink(
            having("crash", "load"),
            scenario -> failsIf(has(scenario, "crash")),
            smaller -> sizes.add(smaller.steps().size()));
    assertThat(sizes).isNotEmpty().isSortedAccordingTo((a, b) -> b - a);
    assertThat(sizes.getLast()).isEqualTo(small.steps().size());
  }

  @Test
  void anInterruptEndsIt() {
    assertThatThrownBy(() ->
            Shrinker.shrink(
                having("crash"),
                scenario -> {
                  throw new InterruptedException("out of time");
                },
                each -> {}))
        .isInstanceOf(InterruptedException.class);
  }

  @Test
  void whatIsLostIsSaidInWords() throws InterruptedException {
    Scenario whole = having("crash", "load", "power-loss");
    Scenario small =
        Shrinker.shrink(whole, scenario -> failsIf(has(scenario, "crash")), each -> {});
    assertThat(small.size()).isEqualTo(3);
    assertThat(String.join("\n", Losses.words(whole, small)))
        .contains("simulated disks", " x load", " x power-loss");
  }
}
