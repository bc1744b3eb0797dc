package io.raftbed.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationTest {

  private static List<Arguments> texts() {
    List<Integer> old = List.of(0, 1, 2);
    List<Integer> next = List.of(1, 2, 13);
    return List.of(
        Arguments.of(new Configuration.Members(old), "#members 0 1 2"),
        Arguments.of(Configuration.none(), "#members "),
        Arguments.of(new Configuration.CatchUp(old, next), "#catch-up 0 1 2 | 1 2 13"),
        Arguments.of(new Configuration.Joint(next, old), "#joint 1 2 13 | 0 1 2"));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void comesBackFromItsCommand(Configuration configuration, String text) {
    assertThat(configuration.command()).isEqualTo(text.getBytes(US_ASCII));
    assertThat(Configuration.of(configuration.command())).contains(configuration);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "#",
        "#members",
        "#members 0 1 2 ",
        "#members 0,1",
        "#members -1",
        "members 0 1",
        "#joint 0 1",
        "#joint 0 | ",
        "#members 12345678901",
        "cmd-1"
      })
  void otherCommandsAreNone(String command) {
    assertThat(Configuration.of(command.getBytes(US_ASCII))).isEmpty();
  }
}
