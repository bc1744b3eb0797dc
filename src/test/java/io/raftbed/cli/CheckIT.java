package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The checker in the built jar, as a user meets it. */
class CheckIT {

  private static final String RAFTBED = Shell.LAUNCHER.toString();
  private static final Path HISTORIES = Shell.HOME.resolve("src/test/resources/histories");

  @TempDir private Path folder;

  @Test
  void aFolderIsCheckedWithoutAnythingOnStandardError() throws InterruptedException, IOException {
    Shell shell = new Shell(folder, Map.of());
    Shell.Result result =
        shell.run(RAFTBED, "check", HISTORIES.toString(), "--json", "results.json");
    assertThat(result.exitCode()).isEqualTo(1);
    assertThat(result.err()).isEmpty();
    assertThat(result.out().getLast())
        .startsWith("9 files in ")
        .endsWith(": 4 linearizable, 5 not linearizable, 0 unknown");
    assertThat(Files.readAllLines(folder.resolve("results.json"))).hasSize(10);
  }

  @Test
  void aFileThatIsTooLongForTheHeapIsOneLine() throws InterruptedException, IOException {
    Path file = Files.writeString(folder.resolve("long.edn"), "[" + " ".repeat(16 << 20) + "]");
    Shell shell = new Shell(folder, Map.of("RAFTBED_JAVA_OPTS", "-Xmx64m"));
    Shell.Result result = shell.run(RAFTBED, "check", file.toString(), HISTORIES + "/register.edn");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).hasSize(1);
    assertThat(result.err().getFirst())
        .matches("raftbed: " + file + ": is longer than [78] MB, the most for a heap of 6. MB;.*");
    assertThat(result.out().getLast()).contains("1 linearizable");
  }

  @Test
  void aSignalKeepsWhatIsFinished() throws InterruptedException, IOException {
    Path hard = Files.writeString(folder.resolve("hard.json"), hard());
    Path out = folder.resolve("out.txt");
    Process process =
        new Shell(folder, Map.of())
            .start(
                out,
                folder.resolve("err.txt"),
                RAFTBED,
                "check",
                HISTORIES + "/register.edn",
                hard.toString(),
                "--json",
                "results.json");
    while (process.isAlive() && Files.size(out) < 50) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(3);
    assertThat(Files.readString(out)).contains("interrupted: 1 of 2 files are checked");
    assertThat(Files.readString(folder.resolve("results.json")))
        .startsWith("[\n{\"file\":")
        .endsWith("}]\n");
  }

  /** Sums that no order of forty concurrent adds can make, though many come near. */
  private static String hard() {
    StringBuilder text = new StringBuilder("{\"model\":\"counter\",\"operations\":[\n");
    for (int client = 1; client <= 40; client++) {
      text.append(
          "{\"client\":%d,\"f\":\"add\",\"value\":%d,\"call\":1,\"end\":2},\n"
              .formatted(client, 1L << client));
    }
    return text + "{\"client\":99,\"f\":\"read\",\"output\":1,\"call\":1,\"end\":3}]}";
  }
}
