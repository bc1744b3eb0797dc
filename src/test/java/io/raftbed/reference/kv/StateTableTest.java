package io.raftbed.reference.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Iterator;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class StateTableTest {

  @Test
  @DisplayName("a table is as a sorted map that went through the same, its hash code too")
  void likeATreeMap() {
    Random random = new Random(1);
    StateTable<Integer, String> table = new StateTable<>();
    Map<Integer, String> expected = new TreeMap<>();
    for (int i = 0; i < 10_000; i++) {
      int key = random.nextInt(20);
      String value = "v" + random.nextInt(3);
      switch (random.nextInt(8)) {
        case 0 -> assertThat(table.remove(key)).isEqualTo(expected.remove(key));
        case 1, 2 ->
            assertThat(table.merge(key, value, String::concat))
                .isEqualTo(expected.merge(key, value, String::concat));
        case 3 -> {
          if (random.nextInt(100) == 0) {
            table.clear();
            expected.clear();
          }
        }
        default -> assertThat(table.put(key, value)).isEqualTo(expected.put(key, value));
      }
      assertThat(table.hashCode()).isEqualTo(expected.hashCode());
      assertThat(table.get(key)).isEqualTo(expected.get(key));
      assertThat(table.getOrDefault(key, "")).isEqualTo(expected.getOrDefault(key, ""));
      assertThat(table.containsKey(key)).isEqualTo(expected.containsKey(key));
    }
    assertThat(table).isEqualTo(expected).containsExactlyEntriesOf(expected);
  }

  @Test
  @DisplayName("what its entries show cannot change it unseen")
  void viewsCannotChangeIt() {
    StateTable<Integer, String> table = new StateTable<>();
    table.put(1, "a");
    Iterator<Map.Entry<Integer, String>> entries = table.entrySet().iterator();
    Map.Entry<Integer, String> entry = entries.next();
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> entry.setValue("b"));
    assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(entries::remove);
  }
}
