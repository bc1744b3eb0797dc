package io.raftbed.reference.kv;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class Utf8TextTest {

  @Test
  @DisplayName("a text stays as it is, whatever is appended to it, once or twice")
  void neverChanges() {
    Utf8Text start = Utf8Text.of("a");
    Utf8Text one = start.append(Utf8Text.of("é"));
    Utf8Text other = start.append(Utf8Text.of("cd"));
    Utf8Text longer = one.append(one);
    assertThat(List.of(start, one, other, longer))
        .map(Utf8Text::toString)
        .containsExactly("a", "aé", "acd", "aéaé");
    assertThat(longer.length()).isEqualTo(6);
  }

  @Test
  @DisplayName("equal texts are equal, with equal hash codes, however they came about")
  void equalHoweverMade() {
    Random random = new Random(1);
    List<Utf8Text> made = new ArrayList<>(List.of(Utf8Text.of("")));
    for (int i = 0; i < 500; i++) {
      Utf8Text more = Utf8Text.of("xyé".substring(random.nextInt(3), 3));
      made.add(made.get(random.nextInt(made.size())).append(more));
    }
    assertThat(made)
        .allSatisfy(text -> {
          Utf8Text atOnce = Utf8Text.of(text.toString());
          assertThat(text).isEqualTo(atOnce).hasSameHashCodeAs(atOnce);
        });
    assertThat(Utf8Text.of("ab")).isNotEqualTo(Utf8Text.of("ba"));
  }
}
