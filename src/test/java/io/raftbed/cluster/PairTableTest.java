package io.raftbed.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class PairTableTest {

  @Test
  void agreesWithAHashMap() {
    SplittableRandom random = new SplittableRandom(1);
    PairTable table = new PairTable();
    Map<String, Long> expected = new HashMap<>();
    for (int i = 0; i < 20_000; i++) {
      int first = random.nextInt(-20, 20);
      int second = random.nextInt(-10, 300);
      table.put(first, second, i);
      expected.put(first + "/" + second, (long) i);
    }
    for (int first = -25; first < 25; first++) {
      for (int second = -15; second < 310; second++) {
        long wanted = expected.getOrDefault(first + "/" + second, PairTable.ABSENT);
        assertThat(table.get(first, second)).isEqualTo(wanted);
      }
    }
  }
}
