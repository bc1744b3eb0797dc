package io.raftbed.scenario.lift;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.reference.raft.ReferenceRaft;
import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.Scenario.ServiceOption;
import io.raftbed.scenario.Scenario.StorageOption;
import io.raftbed.scenario.ScenarioTests;
import io.raftbed.scenario.Step;
import io.raftbed.scenario.format.RecordReader;
import io.raftbed.scenario.format.RecordWriter;
import io.raftbed.sim.Programs;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.LinkDetail;
import io.raftbed.trace.MachineDetail;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class LiftTest {

  @BeforeAll
  static void load() {
    Programs.load(ReferenceRaft.class);
  }

  private static TraceEvent event(long millis, int node, EventKind kind, Object detail) {
    return new TraceEvent(millis * 1_000_000, node, kind, detail);
  }

  private static TraceEvent at(long millis, int node, EventKind kind) {
    return event(millis, node, kind, "");
  }

  /** The calls of one server to another. */
  private static LinkDetail link(int one, int other, LinkDetail.Fate fate) {
    return (from, to) -> from == one && to == other ? fate : LinkDetail.Fate.AS_BEFORE;
  }

  private static LinkDetail allOf(int server, LinkDetail.Fate fate) {
    return (from, to) -> from == server || to == server ? fate : LinkDetail.Fate.AS_BEFORE;
  }

  private static List<String> script(TraceEvent... events) {
    return TraceScript.of(List.of(events), 3, 3, true).stream().map(RecordWriter::line).toList();
  }

  @Test
  void serversAreCalledByWhatTheyWere() {
    assertThat(
            script(
                at(0, 1, EventKind.BOOT),
                at(400, 1, EventKind.LEADER),
                event(450, 1, EventKind.CUT, allOf(1, LinkDetail.Fate.CUT)),
                at(450, 1, EventKind.CRASH),
                at(460, 2, EventKind.PAUSE),
                at(900, 0, EventKind.LEADER),
                at(1_000, 1, EventKind.BOOT),
                event(1_000, 1, EventKind.HEAL, allOf(1, LinkDetail.Fate.HEALED)),
                event(1_500, 0, EventKind.CUT, allOf(0, LinkDetail.Fate.CUT)),
                at(1_700, 2, EventKind.RESUME)))
        .containsExactly(
            "{sleep: 450ms}",
            "{remember: {as: leader1, server: leader}}",
            "{crash: leader1}",
            "{sleep: 10ms}",
            "{remember: {as: other1, server: another}}",
            "{pause: other1}",
            "{sleep: 540ms}",
            "{restart: leader1}",
            "{sleep: 500ms}",
            "{remember: {as: leader2, server: next-leader}}",
            "{disconnect: leader2}",
            "{sleep: 200ms}",
            "{resume: other1}");
  }

  @Test
  void linksAreToldOnceForAllThatChangedAtTheSameTime() {
    int test = TraceEvent.TESTBED;
    assertThat(
            script(
                at(1, 0, EventKind.LEADER),
                event(5, test, EventKind.CUT, link(0, 1, LinkDetail.Fate.CUT)),
                event(5, test, EventKind.CUT, link(0, 2, LinkDetail.Fate.CUT)),
                event(5, test, EventKind.CUT, link(1, 2, LinkDetail.Fate.CUT)),
                event(5, test, EventKind.HEAL, link(1, 2, LinkDetail.Fate.HEALED)),
                event(9, test, EventKind.HEAL, link(0, 1, LinkDetail.Fate.HEALED)),
                event(12, test, EventKind.HEAL, (LinkDetail) (_, _) -> LinkDetail.Fate.HEALED)))
        .containsExactly(
            "{sleep: 5ms}",
            "{remember: {as: leader1, server: leader}}",
            "{cut: leader1}",
            "{sleep: 4ms}",
            "{remember: {as: other1, server: another}}",
            "{heal: {from: leader1, to: other1}}",
            "{sleep: 3ms}",
            "heal");
  }

  @Test
  void commandsThatFollowEachOtherCloselyAreOneStep() {
    assertThat(
            script(
                at(1, 0, EventKind.LEADER),
                at(10, 0, EventKind.START),
                at(20, 0, EventKind.START),
                at(80, 0, EventKind.START)))
        .containsExactly(
            "{remember: {as: leader1, server: leader}}",
            "{sleep: 10ms}",
            "{start: {server: leader1, commands: 2}}",
            "{sleep: 60ms}",
            "{start: leader1}");
  }

  @Test
  void clocksAndDisksAreToldAsTheyWere() {
    long millis = 1_000_000;
    assertThat(
            script(
                at(0, 0, EventKind.BOOT),
                at(0, 1, EventKind.BOOT),
                event(10, 0, EventKind.CLOCK, new MachineDetail.Drift(-500)),
                event(20, 1, EventKind.CLOCK, new MachineDetail.Jump(-30 * millis)),
                event(30, 1, EventKind.DISK, new MachineDetail.Stall(700 * millis)),
                event(30, 1, EventKind.DISK, "misreads a bit"),
                event(35, 1, EventKind.DISK, new MachineDetail.Stall(millis / 4)),
                event(40, 0, EventKind.DISK, new MachineDetail.PowerLoss()),
                event(40, 0, EventKind.CUT, allOf(0, LinkDetail.Fate.CUT)),
                at(40, 0, EventKind.CRASH),
                event(50, 0, EventKind.DISK, new MachineDetail.BitFlip("state")),
                at(60, 0, EventKind.BOOT),
                event(70, 0, EventKind.DISK, new MachineDetail.Wipe()),
                at(80, 0, EventKind.BOOT)))
        .filteredOn(line -> !line.startsWith("{sleep: "))
        .containsExactly(
            "{remember: {as: other1, server: another}}",
            "{jump: {servers: other1, by: 30ms, back: true}}",
            "{stall-disk: {servers: other1, time: 700ms}}",
            "{stall-disk: {servers: other1, time: 1ms}}",
            "{remember: {as: other2, server: another}}",
            "{power-loss: other2}",
            "{flip-bit: other2}",
            "{restart: other2}",
            "{wipe: other2}",
            "{join: other2}");
  }

  private static Scenario lifted(String test, List<TraceEvent> events) {
    return Lift.of(Suites.find(test).getFirst(), events, FailureKind.SAFETY);
  }

  @Test
  void whatTheTestRunsOnIsTheSame() {
    Scenario log = lifted("3D/snapshot-init", List.of());
    assertThat(log.size()).isEqualTo(3);
    assertThat(log.snapshotEvery()).hasValue(10);
    assertThat(log.service()).isEmpty();
    assertThat(log.steps()).isNotEmpty();

    assertThat(lifted("3C+/disk-stalls", List.of()).storage()).hasValue(StorageOption.DISK);

    Scenario kv = lifted("4B/snapshot-size", List.of());
    assertThat(kv.service()).hasValue(ServiceOption.KV);
    assertThat(kv.maxRaftState()).hasValue(1_000);
    assertThat(kv.clients().orElseThrow()).isPositive();
    ScenarioTests.of("4B/snapshot-size", kv);
  }

  @Test
  void runsOfTheSuitesBecomeScenariosThatTheReferencePasses() {
    for (String id : List.of("3B/rejoin", "3B/backup", "3C/figure-8")) {
      SuiteTest test = Suites.find(id).getFirst();
      List<TraceEvent> events = new ArrayList<>();
      assertThat(run(test, events).passed()).isTrue();
      Scenario scenario = lifted(id, events);
      assertThat(words(scenario)).contains("start").containsAnyOf("crash", "disconnect");
      assertThat(RecordReader.read(id, RecordWriter.write(scenario), Scenario.class, _ -> {}))
          .isEqualTo(scenario);
      assertThat(run(ScenarioTests.of(id, scenario), new ArrayList<>()))
          .isEqualTo(new Verdict.Pass());
    }
  }

  private static Stream<String> words(Scenario scenario) {
    return scenario.steps().stream().map(Step::action).map(a -> RecordWriter.word((Record) a));
  }

  private static Verdict run(SuiteTest test, List<TraceEvent> events) {
    return SuiteRunner.run(test, ReferenceRaft::make, 1, new ScheduleKind.Random(), events::add)
        .outcome()
        .verdict();
  }
}
