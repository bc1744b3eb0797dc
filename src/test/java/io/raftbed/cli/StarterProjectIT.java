package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From an empty folder to a server that passes, as a student goes. */
class StarterProjectIT {

  private static final Path WHOLE_RAFT =
      Shell.HOME.resolve("src/test/resources/student/MyRaft.java");

  @TempDir private Path folder;

  private Shell.Result init(String name) throws InterruptedException {
    return new Shell(folder, Map.of()).run(Shell.LAUNCHER.toString(), "init", name);
  }

  private Shell project(String name) {
    return new Shell(folder.resolve(name), Map.of());
  }

  @Test
  void theSkeletonFailsWithHelpfulWordsAndAWholeServerPasses()
      throws InterruptedException, IOException {
    Shell.Result made = init("my raft");
    assertThat(made.exitCode()).as("%s", made).isZero();
    assertThat(made.out()).contains("next: cd 'my raft'", "      ./raftbed run 3A");

    Shell project = project("my raft");
    Shell.Result skeleton = project.run("./raftbed", "run", "3A");
    assertThat(skeleton.exitCode()).as("%s", skeleton).isEqualTo(1);
    assertThat(skeleton.err()).isEmpty();
    assertThat(skeleton.out())
        .contains("  S0: term 0, not leader, connected, applied up to index 0")
        .contains(
            "replay: ./raftbed run 3A/initial-election --seed 1 --classpath target/classes --raft"
                + " MyRaft")
        .endsWith("0 passed, 3 failed");
    Shell.Result replay =
        project.run(
            "sh",
            "-c",
            "./raftbed run 3A/initial-election --seed 1 --classpath target/classes --raft MyRaft");
    assertThat(replay.exitCode()).as("%s", replay).isEqualTo(1);

    for (String given : List.of("--classpath target/classes", "--raft=MyRaft")) {
      String run = "./raftbed run 3A/initial-election " + given;
      Shell.Result half = project.run("sh", "-c", run);
      assertThat(half.out()).as("%s", half).endsWith("0 passed, 1 failed");
    }

    Shell.Result hunt = project.run("./raftbed", "fuzz", "--seeds", "1");
    assertThat(hunt.exitCode()).as("%s", hunt).isEqualTo(1);
    assertThat(hunt.out().getFirst()).endsWith("server MyRaft; failures go to found");
    Shell.Result shrunk = project.run("./raftbed", "shrink", "3A/initial-election", "--time", "1m");
    assertThat(shrunk.exitCode()).as("%s", shrunk).isZero();
    assertThat(shrunk.out())
        .contains("written: found/3A-initial-election-seed-1-shrunk.yaml")
        .anyMatch(line -> line.endsWith(" --classpath target/classes --raft MyRaft."));
    assertThat(folder.resolve("my raft/README.md"))
        .content()
        .contains("./raftbed fuzz ", "./raftbed shrink ", "./raftbed replay ");

    Path server = folder.resolve("my raft/src/main/java/MyRaft.java");
    Files.copy(WHOLE_RAFT, server, StandardCopyOption.REPLACE_EXISTING);
    Shell.Result whole = project.run("./raftbed", "run", "3A", "3B", "3C", "3D");
    assertThat(whole.exitCode()).as("%s", whole).isZero();
    assertThat(whole.out().getLast()).isEqualTo("28 passed, 0 failed");
    // Below the reference's service; its elections fall elsewhere than the reference's.
    Shell.Result below =
        project.run("./raftbed", "run", "rsm", "4A+", "4B+", "--seed", "3", "--seeds", "7");
    assertThat(below.exitCode()).as("%s", below).isZero();
  }

  @Test
  void mavenTestsItAtOnce() throws InterruptedException, IOException {
    init("raft");
    Shell project = project("raft");
    Shell.Result skeleton = project.run("mvn", "-o", "-B", "test");
    assertThat(skeleton.exitCode()).as("%s", skeleton).isEqualTo(1);
    assertThat(skeleton.out())
        .noneMatch(line -> line.startsWith("[WARNING]"))
        .anyMatch(line -> line.startsWith("liveness: no leader: "))
        .contains("  see the events before it: ./raftbed run 3A/initial-election --seed 1");

    Path server = folder.resolve("raft/src/main/java/MyRaft.java");
    Files.copy(WHOLE_RAFT, server, StandardCopyOption.REPLACE_EXISTING);
    Shell.Result whole = project.run("mvn", "-o", "-q", "-B", "test");
    assertThat(whole.exitCode()).as("%s", whole).isZero();
  }

  @Test
  void codeThatDoesNotCompileIsShown() throws InterruptedException, IOException {
    init("raft");
    Files.writeString(folder.resolve("raft/src/main/java/MyRaft.java"), "class MyRaft { oops }");
    Shell.Result result = project("raft").run("./raftbed", "run", "3A");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err())
        .anyMatch(line -> line.startsWith("src/main/java/MyRaft.java:1: error"));
    assertThat(result.err().getLast()).isEqualTo("raftbed: your code does not compile");
  }

  @Test
  void nothingIsWrittenOver() throws InterruptedException, IOException {
    Files.writeString(Files.createDirectory(folder.resolve("taken")).resolve("notes"), "mine");
    Shell.Result result = init("taken");
    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.out()).isEmpty();
    assertThat(result.err())
        .containsExactly(
            "raftbed: cannot write taken: it is not empty; name a new folder (see 'raftbed init"
                + " --help')");
    assertThat(folder.resolve("taken")).isDirectoryContaining("glob:**/notes");
    assertThat(init("taken/notes").err()).singleElement().asString().contains("it is no folder");
  }
}
