package io.raftbed.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.raftbed.scenario.format.RecordWriter;
import io.raftbed.suite.SuiteTest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScenarioFilesTest {

  private static final String EVERYTHING =
      """
      about: All kinds of words.
      servers: 5
      service: kv
      max-raft-state: 1000
      storage: disk
      network: unreliable
      clients: 2
      seed: 17
      seeds: 4
      shows: [R01, P01]
      steps:
        - elect: A
        - elect: {server: A, voters: [B, C]}
        - at: 1.5s
          when: {leads: anyone}
          within: 2s
          crash: {servers: [A, S1], at-disk-operation: 3}
        - when: {sent: {messages: {type: AppendEntries, half: requests, from: A, entries: true}, count: 3}}
          partition: [[A, B], [C, D, E]]
        - when: {sent: {}}
          heal: {}
        - when: {sent: {messages: {}, count: 2}}
          disconnect: leader
        - hold: {as: late, messages: {half: replies, to: c1}}
        - put: c1
        - append: {client: c1, key: k}
        - expect: {held: late, within: 3s}
        - release: late
        - repeat:
            times: 2
            steps:
              - sleep: 10ms..20ms
              - network: {duplicates: 0.5, delay: 100us..2ms, from: A}
              - power-loss: B
        - ring
        - heal
        - drift: {servers: all, ppm: -900}
        - expect: {applied: {by: all, index: 3}}
        - finish: c1
        - end-faults
      """;

  @TempDir private Path folder;

  private Path write(String text) throws IOException {
    return Files.writeString(folder.resolve("case.yaml"), text);
  }

  @Test
  void whatIsWrittenIsReadAsTheSame() throws IOException {
    Scenario scenario = ScenarioFiles.read(write(EVERYTHING));
    String written = RecordWriter.write(scenario);
    assertThat(ScenarioFiles.read(write(written))).isEqualTo(scenario);
    assertThat(written.lines().map(String::strip))
        .contains(
            "- crash: {servers: [A, S1], at-disk-operation: 3}".substring(2),
            "- partition: [[A, B], [C, D, E]]".substring(2),
            "- ring");
  }

  @Test
  void aScenarioSaysItsServersAndFirstSeed() throws IOException {
    SuiteTest test = ScenarioFiles.tests(write(EVERYTHING).toString()).getFirst();
    assertThat(test.id()).endsWith("case.yaml");
    assertThat(test.servers()).isEqualTo(5);
    assertThat(test.draws()).isEqualTo(new SuiteTest.Draws("scenario", 17, 4));
  }

  @Test
  void theLastSeedIsASeed() throws IOException {
    Path file = write("{about: x, seed: 9223372036854775807, steps: [heal]}");
    assertThat(ScenarioFiles.read(file).seed()).hasValue(Long.MAX_VALUE);
  }

  @Test
  void lettersAreServersAndKeysMayBeLeftOut() throws IOException {
    Scenario scenario = ScenarioFiles.read(write("about: x\nsteps: [agree, {crash: S2}]\n"));
    assertThat(scenario.steps())
        .containsExactly(
            Step.of(new LogAction.Agree(Optional.empty(), Optional.empty())),
            Step.of(
                new ServerAction.Crash(
                    List.of(new Target("S2")), Optional.empty(), Optional.empty())));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "crsh: A | 3:5: unknown word \"crsh\"; did you mean crash? Possible here: at, when,",
        "crash: {servers: A, at-sve: 2} | 3:25: unknown word \"at-sve\"; did you mean at-save?",
        "crash: F | 3:12: there is no F: there are 3 servers",
        "crash: S3 | 3:12: there is no S3: there are 3 servers",
        "crash: leadr | 3:12: there is no server \"leadr\"; did you mean leader?",
        "crash | 3:5: crash needs servers: which",
        "crash: [] | 3:12: crash needs servers: which",
        "sleep: soon | 3:12: \"soon\" is no time such as 200ms, 1.5s or 100ms..300ms",
        "sleep: 3s..1s | 3:12: \"3s..1s\" begins with the longer time; write the shorter one first",
        "agree: many | 3:12: \"many\" is not a whole number",
        "release: late | 3:14: there is no hold \"late\"; none is named",
        "limit-memory: before | 3:19: only a key/value service has such memory: add \"service:"
            + " kv\"",
        "limit-storage | 3:5: there is no limit; add raft-state, snapshot or both",
        "limit-storage: {snapshot: -1} | 3:20: snapshot must be at least 0, not -1",
        "put: c1 | 3:10: clients need a key/value service: add \"service: kv\"",
        "power-loss: A | 3:17: this needs simulated disks: add \"storage: disk\"",
        "network: {request-loss: 2} | 3:14: a share is 0 to 1, not 2.0",
        "drift: {servers: A, ppm: 9999999} | 3:12: ppm must be within 900000, not 9999999",
        "network: slow | 3:14: unknown word \"slow\"; did you mean reliable?",
        "expect: {leeds: A} | 3:14: unknown word \"leeds\"; did you mean leads?",
        "{crash: A, pause: B} | 3:16: a second thing to do; begin a new item, with a hyphen, for"
            + " pause",
        "within: 2s | 3:5: nothing to do here; add one of elect,",
        "{within: 2s, heal: A} | 3:5: \"within\" says how long to wait, and there is no \"when\"",
        "repeat: {times: 0, steps: [heal]} | 3:13: times must be at least 1, not 0",
      })
  void aMistakeIsNamedWithItsPlace(String step, String expected) throws IOException {
    Path file = write("about: x\nsteps:\n  - " + step + "\n");
    assertThatThrownBy(() -> ScenarioFiles.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith(file + ":" + expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "nothing",
      value = {
        "nothing | 1:1: the file is empty",
        "'steps: [heal]' | 1:1: scenario needs about: Why there is this scenario",
        "'about: x' | 1:1: scenario needs steps: What happens, step by step.",
        "'about: [x' | 1:10: no YAML: ",
        "'a text' | 1:1: expected a mapping with about, servers,",
        "'{about: x, servers: 0, steps: [heal]}' | 1:1: servers must be 1 to 101, not 0",
        "'{about: x, seeds: 0, steps: [heal]}' | 1:1: seeds must be 1 to 1000, not 0",
        "'{about: x, seed: 9223372036854775807, seeds: 2, steps: [heal]}' | 1:1: seed"
            + " 9223372036854775807 leaves no room for 2 seeds",
        "'{about: x, service: kv, clients: 1, steps: [note-memory: a]}' | 1:58: with \"clients\""
            + " there is always something under way;",
        "'{about: x, service: kv, steps: [limit-memory: start]}' | 1:47: there is no note"
            + " \"start\"; none is named",
        "'{about: x, clients: 2, steps: [heal]}' | 1:1: clients need a key/value service",
      })
  void soIsAMistakeOfTheWhole(String text, String expected) throws IOException {
    Path file = write(text == null ? "" : text);
    assertThatThrownBy(() -> ScenarioFiles.read(file))
        .hasMessageStartingWith(file + ":" + expected);
  }

  @Test
  void aFolderWithoutScenariosIsAMistake() {
    assertThatThrownBy(() -> ScenarioFiles.tests(folder.toString()))
        .hasMessage("there is no scenario (*.yaml) in the folder " + folder);
    assertThatThrownBy(() -> ScenarioFiles.tests(folder.resolve("no.yaml").toString()))
        .hasMessageEndingWith("no.yaml: there is no such file");
  }
}
