package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Starts programs as a user does. */
final class Shell {

  static final Path HOME = Path.of("").toAbsolutePath();
  static final Path LAUNCHER = HOME.resolve("raftbed");

  private static final long LIMIT_SECONDS = 120;

  /** How a program ended and what it printed. */
  record Result(int exitCode, List<String> out, List<String> err) {}

  private final Path folder;
  private final Map<String, String> environment;

  /** Programs run in that folder, with these variables on top of those of the tests. */
  Shell(Path folder, Map<String, String> environment) {
    this.folder = folder;
    this.environment = environment;
  }

  Result run(String... command) throws InterruptedException {
    try {
      Path out = Files.createTempFile("out", ".txt");
      Path err = Files.createTempFile("err", ".txt");
      Process process = start(out, err, command);
      assertThat(process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
      Result result =
          new Result(process.exitValue(), Files.readAllLines(out), Files.readAllLines(err));
      Files.delete(out);
      Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Process start(Path out, Path err, String... command) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectOutput(out.toFile())
            .redirectError(err.toFile());
    builder.environment().keySet().removeAll(List.of("JAVA_TOOL_OPTIONS", "JDK_JAVA_OPTIONS"));
    builder.environment().putAll(environment);
    return builder.start();
  }
}
