package io.raftbed.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandTextTest {

  @Test
  void showsTextAsText() {
    assertThat(CommandText.of("cmd-12".getBytes(UTF_8))).isEqualTo("\"cmd-12\"");
  }

  @Test
  void showsOtherBytesInHexadecimal() {
    assertThat(CommandText.of(new byte[] {0, 31, (byte) 0xFF})).isEqualTo("0x001fff");
  }

  @Test
  void cutsLongCommands() {
    assertThat(CommandText.of("a".repeat(5_000).getBytes(UTF_8)))
        .isEqualTo("\"" + "a".repeat(32) + "\"… (5000 bytes)");
  }
}
