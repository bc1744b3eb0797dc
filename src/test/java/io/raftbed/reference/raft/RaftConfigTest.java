package io.raftbed.reference.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RaftConfigTest {

  @ParameterizedTest(name = "§5.6: timeouts {0} to {1} ms, heartbeat {2} ms, {3} entries: refused")
  @CsvSource({
    "300, 600, 0, 10",
    "300, 600, -1, 10",
    "100, 600, 100, 10",
    "300, 300, 100, 10",
    "600, 300, 100, 10",
    "300, 600, 100, 0"
  })
  void refused(long min, long max, long heartbeat, int entries) {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            new RaftConfig(
                Duration.ofMillis(min),
                Duration.ofMillis(max),
                Duration.ofMillis(heartbeat),
                entries));
  }

  @Test
  @DisplayName("§5.2: by default a follower can miss a heartbeat, and sees under ten a second")
  void defaults() {
    RaftConfig config = RaftConfig.DEFAULT;
    assertThat(config.electionTimeoutMin())
        .isGreaterThan(config.heartbeatInterval().multipliedBy(2));
    assertThat(Duration.ofSeconds(1).dividedBy(config.heartbeatInterval())).isLessThan(10);
  }
}
