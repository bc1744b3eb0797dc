package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.suite.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayCommandTest {

  private static final String TEST = Suites.all().getFirst().id();

  @TempDir Path folder;

  @Test
  void showsEventsAndTheFailureBelow() {
    Session session =
        Session.of(
            FakeExecutor.failingWith(3), "replay", TEST, "--seed", "3", "--schedule", "fifo");
    assertThat(session.exitCode()).isEqualTo(1);
    assertThat(session.out())
        .containsSubsequence(
            "raftbed: " + TEST + ", seed 3, schedule fifo, server reference",
            "    1  0.000000005  note this is the last event",
            "1 of 1 events shown",
            "liveness: no leader",
            "  a fact",
            "replay: ./raftbed replay " + TEST + " --seed 3 --schedule fifo");
  }

  @Test
  void showsWhatIsAskedForOnly() {
    for (List<String> options :
        List.of(
            List.of("--from", "0.1"),
            List.of("--until", "0.000000004"),
            List.of("--node", "S1,C0"),
            List.of("--topic", "messages,log"))) {
      Session session =
          Session.of(FakeExecutor.passing(), "replay", TEST, options.getFirst(), options.getLast());
      assertThat(session.exitCode()).isZero();
      assertThat(session.out()).contains("0 of 1 events shown").noneMatch(l -> l.contains("note"));
    }
    Session all =
        Session.of(FakeExecutor.passing(), "replay", TEST, "--node", "0", "--topic", "output");
    assertThat(all.out()).contains("1 of 1 events shown");
  }

  @Test
  void ofTheSeedsOfAScenarioTheFirstThatFailsIsShown() throws IOException {
    String file =
        Files.writeString(folder.resolve("a.yaml"), "about: x\nseed: 5\nseeds: 4\nsteps: [agree]\n")
            .toString();
    for (int failing = 5; failing <= 8; failing++) {
      Session session = Session.of(FakeExecutor.failingWith(failing), "replay", file);
      assertThat(session.exitCode()).isEqualTo(1);
      assertThat(session.out().getFirst()).startsWith("raftbed: " + file + ", seed " + failing);
    }
    Session passing = Session.of(FakeExecutor.failingWith(9), "replay", file);
    assertThat(passing.exitCode()).isZero();
    assertThat(passing.out().getFirst()).isEqualTo("none of the seeds 5 to 8 fails");
    assertThat(passing.out().get(1)).startsWith("raftbed: " + file + ", seed 5, ");
    Session asked = Session.of(FakeExecutor.failingWith(7), "replay", file, "--seed", "6");
    assertThat(asked.exitCode()).isZero();
  }

  @Test
  void aBreakIsToldBeforeTheEventHappens() {
    Session session = Session.of(FakeExecutor.passing(), "replay", TEST, "--break", "1");
    assertThat(session.exitCode()).isZero();
    assertThat(session.out().get(1))
        .startsWith("break: event 1: 0.000000005 s, S0: note this is the last event");

    Session none = Session.of(FakeExecutor.passing(), "replay", TEST, "--break", "2");
    assertThat(none.exitCode()).isEqualTo(2);
    assertThat(none.err().getFirst()).contains("the run has events 1 to 1, and no 2");
    Session zero = Session.of(FakeExecutor.passing(), "replay", TEST, "--break", "0");
    assertThat(zero.exitCode()).isEqualTo(2);
    assertThat(zero.out()).isEmpty();
    assertThat(zero.err().getFirst()).contains("events are counted from 1: --break 0");
  }

  @Test
  void aPageShowsTheRunInPlaceOfTheList() throws IOException {
    Path page = folder.resolve("run.html");
    Session alone =
        Session.of(FakeExecutor.failingWith(3), "replay", TEST, "--seed", "3", "--html", page + "");
    assertThat(alone.exitCode()).isEqualTo(1);
    assertThat(alone.out())
        .contains("liveness: no leader", "written: " + page)
        .noneMatch(line -> line.contains("note this"));
    assertThat(page)
        .content()
        .contains(
            TEST + ", seed 3",
            "liveness: no leader",
            "./raftbed replay " + TEST + " --seed 3",
            "this is the last event");

    Session chosen =
        Session.of(
            FakeExecutor.passing(), "replay", TEST, "--html", page + "", "--topic", "output");
    assertThat(chosen.out()).contains("1 of 1 events shown");
  }

  @Test
  void whatCannotBeWrittenIsToldBeforeTheRun() {
    for (String option : List.of("--save", "--html", "--perfetto", "--shiviz")) {
      Session session =
          Session.of(FakeExecutor.passing(), "replay", TEST, option, folder + "/no/such/file");
      assertThat(session.exitCode()).isEqualTo(2);
      assertThat(session.out()).isEmpty();
      assertThat(session.err().getFirst())
          .contains("cannot write " + folder + "/no/such/file: there is no folder");
    }
    Session folderGiven =
        Session.of(FakeExecutor.passing(), "replay", TEST, "--html", folder.toString());
    assertThat(folderGiven.err().getFirst()).contains("it is a folder");
  }

  @Test
  void aSavedRunIsComparedWithTheNewOne() throws IOException {
    Path file = folder.resolve("run.trace");
    Session saving =
        Session.of(
            FakeExecutor.failingWith(4), "replay", TEST, "--seed", "4", "--save", file.toString());
    assertThat(saving.out()).anyMatch(line -> line.equals("written: " + file));

    Session same = Session.of(FakeExecutor.failingWith(4), "replay", file.toString());
    assertThat(same.exitCode()).isEqualTo(1);
    assertThat(same.out().getLast()).isEqualTo("the same run as in " + file);

    Files.writeString(file, Files.readString(file).replace("the last event", "another event"));
    Session different = Session.of(FakeExecutor.failingWith(4), "replay", file.toString());
    assertThat(different.exitCode()).isEqualTo(3);
    assertThat(different.out())
        .containsSubsequence(
            "not the run in " + file + "; was the server changed since?",
            "  event 1 of 1 differs:",
            "    saved: 0.000000005 s, S0: note this is another event",
            "    now:   0.000000005 s, S0: note this is the last event");
  }

  @Test
  void aSavedRunHasItsOwnSeed() throws IOException {
    Path file = folder.resolve("run.trace");
    Session.of(FakeExecutor.passing(), "replay", TEST, "--save", file.toString());
    Session session = Session.of(FakeExecutor.passing(), "replay", file.toString(), "--seed", "2");
    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err().getFirst()).contains("leave out --seed and --schedule");
  }

  @Test
  void aTestThatIsGoneIsNamed() throws IOException {
    Path file = folder.resolve("run.trace");
    Session.of(FakeExecutor.passing(), "replay", TEST, "--save", file.toString());
    Files.writeString(file, Files.readString(file).replace(TEST, "3A/gone"));
    Session session = Session.of(FakeExecutor.passing(), "replay", file.toString());
    assertThat(session.exitCode()).isEqualTo(2);
    assertThat(session.err().getFirst()).contains("There is no suite or test \"3A/gone\"");
  }
}
