package io.raftbed.sim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class DelayTest {

  private static final int DRAWS = 10_000;

  private static LongStream draws(Delay delay) {
    SplittableRandom random = new SplittableRandom(1);
    return LongStream.generate(() -> delay.draw(random)).limit(DRAWS);
  }

  @Test
  void constantIsAlwaysTheSame() {
    assertThat(draws(Delay.millis(3)).distinct().toArray()).containsExactly(3_000_000);
  }

  @Test
  void uniformReachesBothEndsAndNothingBeyond() {
    assertThat(draws(new Delay.Uniform(5, 9)).distinct().sorted().toArray())
        .containsExactly(5, 6, 7, 8, 9);
  }

  @Test
  void longTailIsMostlyShort() {
    Delay delay = new Delay.LongTail(200, 2_200);

    assertThat(draws(delay).min().orElseThrow()).isBetween(200L, 210L);
    assertThat(draws(delay).max().orElseThrow()).isBetween(2_000L, 2_200L);
    // A uniform draw below a uniform draw: the mean lies a quarter up, not half.
    assertThat(draws(delay).average().orElseThrow()).isBetween(680.0, 720.0);
  }

  @Test
  void refusesNegativeTimesAndEmptyRanges() {
    assertThatThrownBy(() -> new Delay.Constant(-1)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Delay.Uniform(2, 1)).isInstanceOf(IllegalArgumentException.class);
  }
}
