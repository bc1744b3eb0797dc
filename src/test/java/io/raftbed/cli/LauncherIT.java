package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher and the built jar, as a user meets them. */
class LauncherIT {

  private static final String RAFTBED = Shell.LAUNCHER.toString();

  @TempDir private Path folder;

  private Shell shell() {
    return new Shell(folder, Map.of());
  }

  @Test
  void helpListAndVersionPrintNothingButWhatWasAsked() throws InterruptedException {
    Shell.Result help = shell().run(RAFTBED, "--help");
    assertThat(help.exitCode()).isZero();
    assertThat(help.err()).isEmpty();
    assertThat(help.out()).anyMatch(line -> line.startsWith("Usage: raftbed"));

    Shell.Result list = shell().run(RAFTBED, "list");
    assertThat(list.exitCode()).isZero();
    assertThat(list.err()).isEmpty();
    assertThat(list.out()).anyMatch(line -> line.startsWith("  3B/backup "));

    assertThat(shell().run(RAFTBED, "--version").out().getFirst()).matches("raftbed [0-9].*");
  }

  @Test
  void badUsageIsOneLineAndExitCode2() throws InterruptedException {
    Shell.Result result = shell().run(RAFTBED, "run", "3B/bakup");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).hasSize(1).first().asString().contains("3B/backup");
  }

  @Test
  void aSuitePassesAndIsTheSameInEveryProcess() throws InterruptedException, IOException {
    Path file = folder.resolve("results.json");
    Shell.Result first = shell().run(RAFTBED, "run", "3A", "--json", "results.json");
    assertThat(first.exitCode()).isZero();
    assertThat(first.err()).isEmpty();
    assertThat(first.out().getLast()).matches("[1-9][0-9]* passed, 0 failed");
    String results = withoutWallTime(file);
    assertThat(results).contains("\"test\":\"3A/");

    Shell slow = new Shell(folder, Map.of("RAFTBED_JAVA_OPTS", "-Xint -XX:+UseG1GC"));
    String[] again = {
      RAFTBED, "run", "3A", "--jobs", "1", "--json", "results.json", "--verify-determinism"
    };
    assertThat(slow.run(again).exitCode()).isZero();
    assertThat(withoutWallTime(file)).isEqualTo(results);
  }

  @Test
  void theJarAloneNeedsNoOptionsOfTheJvm() throws InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String jar = Shell.HOME.resolve("target/raftbed.jar").toString();
    Shell.Result result = shell().run(java, "-jar", jar, "run", "3A/initial-election");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void realFilesGiveTheSameRunsAsMemory() throws InterruptedException, IOException {
    Path file = folder.resolve("results.json");
    String[] run = {
      RAFTBED, "run", "3C/basic-persistence", "3D/snapshot-init", "--json", "results.json"
    };
    assertThat(shell().run(run).exitCode()).isZero();
    String inMemory = withoutWallTime(file);
    Shell.Result onDisk =
        shell()
            .run(
                Stream.concat(
                        Stream.of(run),
                        Stream.of("--persister", "disk:states", "--verify-determinism"))
                    .toArray(String[]::new));
    assertThat(onDisk.exitCode()).isZero();
    assertThat(onDisk.err()).isEmpty();
    assertThat(withoutWallTime(file)).isEqualTo(inMemory);
    assertThat(folder.resolve("states")).isEmptyDirectory();
  }

  private static String withoutWallTime(Path file) throws IOException {
    return Files.readString(file).replaceAll("\"wallMillis\":[0-9]+,", "");
  }

  @Test
  void aSignalKeepsWhatIsFinished() throws InterruptedException, IOException {
    Path out = folder.resolve("out.txt");
    Path file = folder.resolve("results.json");
    Process process =
        shell()
            .start(
                out,
                folder.resolve("err.txt"),
                RAFTBED,
                "run",
                "3A/initial-election",
                "-v",
                "--seeds",
                "100000000",
                "--json",
                file.toString());
    while (process.isAlive() && Files.size(out) < 1000) {
      TimeUnit.MILLISECONDS.sleep(20);
    }
    process.destroy();
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isEqualTo(3);
    assertThat(Files.readString(file)).startsWith("[\n{\"test\":").endsWith("}]\n");
    assertThat(Files.readString(out)).contains("interrupted: ");
  }

  @Test
  void itWorksThroughLinks() throws InterruptedException, IOException {
    Path inner = Files.createSymbolicLink(folder.resolve("inner"), Shell.LAUNCHER);
    Path bin = Files.createDirectory(folder.resolve("bin"));
    Files.createSymbolicLink(bin.resolve("outer"), Path.of("../inner"));
    assertThat(shell().run("bin/outer", "list").exitCode()).isZero();
    Files.delete(inner);
  }

  @Test
  void withoutTheRightJdkItSaysSo() throws InterruptedException {
    Shell wrong = new Shell(folder, Map.of("RAFTBED_JAVA_HOME", "/nowhere"));
    Shell.Result result = wrong.run(RAFTBED, "list");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).containsExactly("raftbed: RAFTBED_JAVA_HOME=/nowhere is no JDK 25");
  }

  /** A home of its own, where "mvn" copies the jar that was built already. */
  @Test
  void itBuildsWhenTheJarIsMissingOrOlderThanItsSources() throws InterruptedException, IOException {
    Path home = Files.createDirectories(folder.resolve("home"));
    Path source = Files.createDirectories(home.resolve("src/main/java")).resolve("A.java");
    Files.createFile(source);
    Files.createFile(home.resolve("pom.xml"));
    Files.copy(Shell.LAUNCHER, home.resolve("raftbed"));
    executable(home.resolve("raftbed"));
    Path mvn = Files.createDirectories(folder.resolve("bin")).resolve("mvn");
    Files.writeString(
        mvn,
        "#!/bin/sh\necho built\nmkdir -p target\ncp '%s' target/raftbed.jar\n"
            .formatted(Shell.HOME.resolve("target/raftbed.jar")));
    executable(mvn);
    String path = folder.resolve("bin") + ":" + System.getenv("PATH");
    Shell shell = new Shell(home, Map.of("PATH", path));

    assertBuilds(shell.run("./raftbed", "list"), true);
    assertBuilds(shell.run("./raftbed", "list"), false);
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(60)));
    assertBuilds(shell.run("./raftbed", "list"), true);
  }

  private static void assertBuilds(Shell.Result result, boolean builds) {
    assertThat(result.exitCode()).isZero();
    assertThat(result.out()).noneMatch(line -> line.contains("built"));
    if (builds) {
      assertThat(result.err()).hasSize(2);
      assertThat(result.err().getFirst()).startsWith("raftbed: building ");
    } else {
      assertThat(result.err()).isEmpty();
    }
  }

  private static void executable(Path file) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
