package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Seeds with which a test once blamed the reference for what no server can help. */
class FalseAlarmsTest {

  @ParameterizedTest(name = "{0}, seed {1}: {2}")
  @CsvSource({
    "4B/versioned-speed, 1, a follower has stored a put of 9 kB but not applied it yet",
    "4B/versioned-speed, 30, a follower has stored a put of 9 kB but not applied it yet",
  })
  void theReferencePasses(String test, String seed, String why) {
    Session session = Session.of(new ReferenceExecutor(), "run", test, "--seed", seed);
    assertThat(session.exitCode()).as("%s: %s", why, session.out()).isZero();
  }
}
