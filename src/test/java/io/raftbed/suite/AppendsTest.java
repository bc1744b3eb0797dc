package io.raftbed.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AppendsTest {

  private static final int CLIENTS = 2;
  private static final int COUNT = 4;

  @Test
  void whatEveryClientAppendedIsThereInItsOrder() {
    String value = "x 0 0 yx 1 0 yx 1 1 yx 0 1 yx 0 2 y";

    assertThat(Appends.flaw(value, 0, 3)).isEmpty();
    assertThat(Appends.flaw(value, 1, 2)).isEmpty();
  }

  @Test
  void whatIsAppendedAfterTheFirstPartsDoesNotCount() {
    assertThat(Appends.flaw("x 0 1 yx 0 0 yx 0 1 y", 0, 1)).isEmpty();
  }

  @Test
  void aMissingPartIsNamed() {
    assertThat(Appends.flaw("x 0 0 yx 0 2 y", 0, 3))
        .hasValue("what C0 appended is missing or out of order: \"x 0 1 y\"");
    assertThat(Appends.flaw("x 0 0 y", 0, 2))
        .hasValue("what C0 appended is missing or out of order: \"x 0 1 y\"");
    assertThat(Appends.flaw("", 0, 1)).isPresent();
  }

  @Test
  void aPartThatIsThereTwiceIsNamed() {
    assertThat(Appends.flaw("x 0 0 yx 0 1 yx 0 0 y", 0, 2))
        .hasValue("what C0 appended once is there twice: \"x 0 0 y\"");
  }

  @Test
  void aMangledPartIsMissing() {
    assertThat(Appends.flaw("x 0 x 0 0 y", 0, 1)).isEmpty();
    assertThat(Appends.flaw("x 0 00 y", 0, 1)).isPresent();
    assertThat(Appends.flaw("x 0 99999999999999999999 yx 0 0 y", 0, 1)).isEmpty();
  }

  @Test
  void itFindsWhatSearchingForEachPartFinds() {
    Random random = new Random(1);
    for (int run = 0; run < 10_000; run++) {
      String value = someValue(random);
      for (int client = 0; client < CLIENTS; client++) {
        assertThat(Appends.flaw(value, client, COUNT).isEmpty())
            .as(value)
            .isEqualTo(hasEachOnceInOrder(value, client));
      }
    }
  }

  /** Whole parts of clients, in order for the most part, some lost, twice or cut. */
  private static String someValue(Random random) {
    List<String> parts = new ArrayList<>();
    for (int sequence = 0; sequence < COUNT + 1; sequence++) {
      for (int client = 0; client < CLIENTS; client++) {
        parts.add(Appends.part(client, sequence));
      }
    }
    switch (random.nextInt(5)) {
      case 0 -> parts.remove(random.nextInt(parts.size()));
      case 1 -> parts.add(random.nextInt(parts.size()), parts.get(random.nextInt(parts.size())));
      case 2 -> Collections.swap(parts, random.nextInt(parts.size()), random.nextInt(parts.size()));
      case 3 -> parts.replaceAll(part -> random.nextInt(10) == 0 ? part.substring(2) : part);
      default -> {}
    }
    return String.join("", parts);
  }

  private static boolean hasEachOnceInOrder(String value, int client) {
    int last = -1;
    for (int sequence = 0; sequence < COUNT; sequence++) {
      String part = Appends.part(client, sequence);
      int at = value.indexOf(part);
      if (at <= last || value.lastIndexOf(part) != at) {
        return false;
      }
      last = at;
    }
    return true;
  }
}
