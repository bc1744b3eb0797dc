package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.cluster.StorageKind;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StateFoldersTest {

  private static final SuiteTest TEST = Suites.find("3C/churn").getFirst();

  @TempDir private Path folder;

  /** What the runs found in their folders, and where those are. */
  private final List<String> seen = Collections.synchronizedList(new ArrayList<>());

  /** Leaves a file in the folder of each run. */
  private TestExecutor writing(TestExecutor executor) {
    return (test, seed, schedule, sink) -> {
      if (test.storage() instanceof StorageKind.RealFiles files) {
        try {
          seen.add(
              folder.relativize(files.directory())
                  + " "
                  + files.directory().toFile().list().length);
          Files.writeString(files.directory().resolve("state"), "x");
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      } else {
        seen.add(test.id() + " elsewhere");
      }
      return executor.run(test, seed, schedule, sink);
    };
  }

  private Session run(TestExecutor executor, String... arguments) {
    List<String> all = new ArrayList<>(List.of("run", "--persister", "disk:" + folder));
    all.addAll(List.of(arguments));
    return Session.of(writing(executor), all.toArray(String[]::new));
  }

  @Test
  void aRunHasAFolderThatGoesWhenItPasses() {
    Session session = run(FakeExecutor.passing(), TEST.id(), "--seed", "7", "--seeds", "2");
    assertThat(session.exitCode()).isZero();
    assertThat(seen).containsExactlyInAnyOrder("3C/churn/7 0", "3C/churn/8 0");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void theFilesOfAFailureAreKeptAndTold() {
    Session session =
        run(FakeExecutor.failingWith(8), TEST.id(), "--seed", "7", "--seeds", "3", "--jobs", "3");
    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.out())
        .containsSubsequence(
            "replay: ./raftbed run 3C/churn --seed 8 --persister disk:" + folder,
            "files: " + folder.resolve("3C/churn/8"));
    assertThat(folder.resolve("3C/churn")).isDirectoryNotContaining("glob:**/{7,9}");
    assertThat(folder.resolve("3C/churn/8/state")).exists();
  }

  @Test
  void noRunFindsTheFilesOfAnother() {
    run(FakeExecutor.failingWith(1), TEST.id());
    run(FakeExecutor.failingWith(1), TEST.id());
    run(FakeExecutor.passing(), TEST.id(), "--verify-determinism");
    assertThat(seen).hasSize(6).containsOnly("3C/churn/1 0");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void testsAboutDisksKeepTheirOwn() {
    Session session = run(FakeExecutor.failingWith(1), "3C+/power-loss");
    assertThat(seen).containsOnly("3C+/power-loss elsewhere");
    assertThat(session.out()).noneMatch(line -> line.startsWith("files: "));
  }

  @Test
  void manyAtATimeDoNotMeet() {
    Session session = run(FakeExecutor.passing(), "3C", "--seeds", "200", "--jobs", "8");
    assertThat(session.exitCode()).isZero();
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFolderIsUsedByOneProcessAtATime() throws IOException {
    PersisterKind persister = PersisterKind.parse("disk:" + folder);
    try (StateFolders first = new StateFolders(FakeExecutor.passing(), persister)) {
      Session session = run(first, TEST.id());
      assertThat(session.exitCode()).isEqualTo(2);
      assertThat(session.err()).singleElement().asString().contains("another raftbed uses it");
    }
    assertThat(run(FakeExecutor.passing(), TEST.id()).exitCode()).isZero();
  }

  @Test
  void aPathWithSpacesIsQuotedInTheReplay() {
    assertThat(PersisterKind.parse("disk:my disk").options())
        .isEqualTo(" --persister 'disk:my disk'");
    assertThat(PersisterKind.parse("memory").options()).isEmpty();
  }
}
