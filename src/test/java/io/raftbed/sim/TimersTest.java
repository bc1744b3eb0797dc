package io.raftbed.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TimersTest {

  private static final int STEPS = 20_000;

  /** Dues are few, so that many timers are due at once. */
  private static final int DUES = 40;

  private static SimTimer draw(Random random) {
    return new SimTimer(random.nextInt(DUES), null, () -> {});
  }

  /** Timers as a list, always in order. */
  private final List<SimTimer> expected = new ArrayList<>();

  private final Timers timers = new Timers();

  @ParameterizedTest
  @ValueSource(ints = {0, 30, 50})
  void theyComeByTimeAndThenByArrivalWhateverIsCancelled(int percentCancelled) {
    Random random = new Random(percentCancelled);
    for (int step = 0; step < STEPS; step++) {
      // For a while more of them come than leave, then the other way around.
      boolean grows = step < STEPS / 2;
      if (random.nextInt(10) < (grows ? 7 : 3)) {
        add(draw(random));
      } else if (expected.isEmpty()) {
        assertThat(timers.isEmpty()).isTrue();
        assertThat(timers.nextDue()).isEqualTo(Long.MAX_VALUE);
      } else if (random.nextInt(100) < percentCancelled) {
        expected.remove(random.nextInt(expected.size())).cancel(false);
      } else {
        assertThat(timers.nextDue()).isEqualTo(expected.getFirst().due);
        assertThat(timers.poll() == expected.removeFirst()).isTrue();
      }
    }
  }

  private void add(SimTimer timer) {
    timers.add(timer);
    expected.add(timer);
    expected.sort(Comparator.comparingLong(each -> each.due)); // keeps arrivals in order
  }
}
