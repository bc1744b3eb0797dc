package io.raftbed.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real process is killed (SIGKILL) while it saves, again and again on the same files; {@code
 * -Dkills=N} sets how often. Each life must find the save that was told last, or the one after it.
 */
class KilledProcessTest {

  private static final int KILLS = Integer.getInteger("kills", 200);
  private static final int MOST_SAVES = 6;
  private static final int MOST_MICROS_AFTER = 20_000;

  private final Random random = new Random(1);

  @Test
  void aKilledProcessLosesNothingThatItAcknowledged(@TempDir Path directory)
      throws IOException, InterruptedException {
    long told = 0;
    for (int kill = 1; kill <= KILLS; kill++) {
      Process process = SavingProcess.start(directory);
      try (BufferedReader numbers = process.inputReader(StandardCharsets.US_ASCII)) {
        long found = next(numbers).orElseThrow(() -> new AssertionError("it did not start"));
        assertThat(found).as("life %d", kill).isBetween(told, told + 1);
        told = found;
        long last = found + random.nextInt(MOST_SAVES);
        while (told < last) {
          told = next(numbers).orElseThrow();
        }
        TimeUnit.MICROSECONDS.sleep(random.nextInt(MOST_MICROS_AFTER));
        process.toHandle().destroyForcibly(); // that of Process would close what it printed
        for (Optional<Long> rest = next(numbers); rest.isPresent(); rest = next(numbers)) {
          told = rest.get();
        }
      }
      assertThat(process.waitFor()).as("SIGKILL").isEqualTo(128 + 9);
    }
    assertThat(told).isGreaterThan(KILLS);
  }

  private static Optional<Long> next(BufferedReader numbers) throws IOException {
    return Optional.ofNullable(numbers.readLine()).map(Long::valueOf);
  }
}
