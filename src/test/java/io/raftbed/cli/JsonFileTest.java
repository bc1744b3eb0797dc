package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.suite.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JsonFileTest {

  private static final String TEST = Suites.all().getFirst().id();

  @TempDir private Path folder;

  private Session run(TestExecutor executor, Path file, int seeds) {
    String[] arguments = {
      "run", TEST, "--jobs", "1", "--seeds", String.valueOf(seeds), "--json", file.toString()
    };
    return Session.of(executor, arguments);
  }

  private static int results(Path file) throws IOException {
    return Files.readString(file).split("\"fingerprint\":\"[0-9a-f]{16}\"", -1).length - 1;
  }

  @Test
  void theFileAppearsAtTheEnd() throws IOException {
    Path file = folder.resolve("results.json");
    Files.writeString(file, "old");
    TestExecutor executor = FakeExecutor.passing();
    TestExecutor looking =
        (test, seed, schedule, sink) -> {
          assertThat(file).hasContent("old");
          return executor.run(test, seed, schedule, sink);
        };
    assertThat(run(looking, file, 5).exitCode()).isZero();
    assertThat(Files.readString(file)).startsWith("[\n{\"test\":\"" + TEST).endsWith("}]\n");
    assertThat(results(file)).isEqualTo(5);
    try (Stream<Path> files = Files.list(folder)) {
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void failuresAreInIt() throws IOException {
    Path file = folder.resolve("results.json");
    assertThat(run(FakeExecutor.failingWith(2), file, 3).exitCode()).isEqualTo(1);
    assertThat(Files.readString(file))
        .contains("\"seed\":2,\"verdict\":\"liveness\",\"message\":\"no leader\"");
  }

  @Test
  void anInterruptKeepsWhatIsFinished() throws IOException {
    Path file = folder.resolve("results.json");
    Thread main = Thread.currentThread();
    TestExecutor executor = FakeExecutor.passing();
    TestExecutor interrupting =
        (test, seed, schedule, sink) -> {
          if (seed == 1000) {
            main.interrupt();
          }
          return executor.run(test, seed, schedule, sink);
        };
    Session session = run(interrupting, file, 1_000_000);
    assertThat(session.exitCode()).isEqualTo(3);
    assertThat(session.out()).anyMatch(line -> line.startsWith("interrupted: "));
    assertThat(results(file)).isBetween(900, 10_000);
    assertThat(Files.readString(file)).endsWith("}]\n");
  }

  @Test
  void aLinkStaysALink() throws IOException {
    Path file = Files.writeString(folder.resolve("target.json"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link.json"), file);
    assertThat(run(FakeExecutor.passing(), link, 2).exitCode()).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(results(file)).isEqualTo(2);
  }
}
