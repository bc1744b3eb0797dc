package io.raftbed.net;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class MessageTextTest {

  record Entry(int term, byte[] command) {}

  record Append(int term, List<Entry> entries, Optional<String> note) {}

  @Test
  void showsPrintableBytesAsText() {
    assertThat(MessageText.show("cmd 12".getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("\"cmd 12\"");
  }

  @Test
  void cutsLongText() {
    assertThat(MessageText.show("x".repeat(5_000).getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("\"" + "x".repeat(32) + "…\" (5000 characters)");
  }

  @Test
  void showsAFewOtherBytesInHexAndCountsMany() {
    assertThat(MessageText.show(new byte[] {0, (byte) 0xAB})).isEqualTo("0x00ab");
    assertThat(MessageText.show(new byte[9])).isEqualTo("9 bytes");
    assertThat(MessageText.show(new byte[0])).isEqualTo("empty");
  }

  @Test
  void showsAMessageWithTheContentsOfItsArrays() {
    Append message = new Append(3, List.of(new Entry(2, new byte[] {'a'})), Optional.of("n"));

    assertThat(MessageText.show(message))
        .isEqualTo("Append[term=3, entries=[Entry[term=2, command=\"a\"]], note=\"n\"]");
  }

  @Test
  void cutsLongListsWithTheNumberOfMissingElements() {
    assertThat(MessageText.show(List.of(1, 2, 3, 4, 5))).isEqualTo("[1, 2, 3, 4, 5]");
    assertThat(MessageText.show(List.of(1, 2, 3, 4, 5, 6))).isEqualTo("[1, 2, 3, 4, 2 more]");
    assertThat(MessageText.show(new int[] {7, 8})).isEqualTo("[7, 8]");
  }
}
