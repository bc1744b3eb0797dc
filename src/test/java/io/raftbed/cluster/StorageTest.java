package io.raftbed.cluster;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.sim.Outcome;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.sim.Simulation;
import io.raftbed.sim.SimulationOptions;
import io.raftbed.storage.DiskFaults;
import io.raftbed.storage.DiskProfile;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What servers find after a crash, on memory, simulated disks and real files. */
class StorageTest {

  private static final StorageKind DISKS = new StorageKind.SimulatedDisks(DiskProfile.SSD);

  private final List<TraceEvent> trace = new ArrayList<>();
  private final List<String> heard = new ArrayList<>();

  @TempDir private Path folder;

  private Outcome run(StorageKind storage, Consumer<Cluster> test) {
    var options =
        new SimulationOptions(
            1, new ScheduleKind.Random(), TimeUnit.SECONDS.toNanos(120), trace::add);
    ClusterOptions cluster =
        new ClusterOptions(
            2,
            environment -> new SavingServer(environment, heard),
            ServiceKind.Log.WITHOUT_SNAPSHOTS,
            List.of());
    return Simulation.run(
        options, simulation -> test.accept(new Cluster(simulation, cluster.on(storage))));
  }

  private Outcome passes(StorageKind storage, Consumer<Cluster> test) {
    Outcome outcome = run(storage, test);
    assertThat(outcome.verdict()).isEqualTo(new Verdict.Pass());
    return outcome;
  }

  private static void start(Cluster cluster, String command) {
    cluster.start(1, command.getBytes(US_ASCII));
  }

  private List<String> heardBy1() {
    return heard.stream().filter(line -> line.startsWith("S1 ")).toList();
  }

  private List<String> told(EventKind kind) {
    return trace.stream()
        .filter(event -> event.node() == 1 && event.kind() == kind)
        .map(event -> event.detail().toString())
        .toList();
  }

  @Test
  void aPowerLossKeepsWhatWasSaved() {
    passes(
        DISKS,
        cluster -> {
          start(cluster, "a");
          start(cluster, "b");
          cluster.powerLoss(1);
          assertThat(cluster.running(1)).isFalse();
          cluster.restart(1);
          assertThat(cluster.raftStateSize()).isEqualTo(1);
        });
    assertThat(heardBy1()).containsExactly("S1 found ", "S1 saved a", "S1 saved b", "S1 found b");
    assertThat(told(EventKind.DISK)).containsExactly("power lost");
    assertThat(told(EventKind.DURABLE)).hasSize(2);
  }

  @Test
  void aSuffixFollowsWhatIsKept() {
    for (StorageKind storage : List.of(StorageKind.MEMORY, DISKS)) {
      heard.clear();
      passes(
          storage,
          cluster -> {
            start(cluster, "abcdef");
            start(cluster, "3+xy");
            start(cluster, "5+z");
            cluster.restart(1);
          });
      assertThat(heardBy1()).last().isEqualTo("S1 found abcxyz");
    }
  }

  @Test
  void aSuffixFollowsWhatIsQueued() {
    for (StorageKind storage : List.of(StorageKind.MEMORY, DISKS)) {
      heard.clear();
      passes(
          storage,
          cluster -> {
            start(cluster, "later abc");
            start(cluster, "6+de");
            cluster.restart(1);
          });
      assertThat(heardBy1()).last().isEqualTo("S1 found later de");
    }
  }

  @Test
  void aSuffixCannotKeepWhatIsNotThere() {
    Outcome outcome =
        run(
            StorageKind.MEMORY,
            cluster -> {
              start(cluster, "ab");
              start(cluster, "3+c");
            });
    assertThat(outcome.verdict())
        .isInstanceOfSatisfying(
            Verdict.Fail.class,
            fail -> {
              assertThat(fail.kind()).isEqualTo(FailureKind.EXCEPTION);
              assertThat(fail.facts().toString())
                  .contains("cannot keep 3 bytes of a Raft state that has 2");
            });
  }

  @Test
  void savingOnADiskTakesTimeAndInMemoryNone() {
    passes(StorageKind.MEMORY, cluster -> start(cluster, "a"));
    assertThat(told(EventKind.DURABLE)).isEmpty();
    long inMemory = trace.getLast().virtualNanos();
    trace.clear();
    passes(DISKS, cluster -> start(cluster, "a"));
    assertThat(trace.getLast().virtualNanos()).isGreaterThan(inMemory + 100_000);
  }

  @Test
  void aQueuedSaveIsLostUntilItIsDurable() {
    passes(
        StorageKind.MEMORY,
        cluster -> {
          start(cluster, "later a");
          cluster.sleepMillis(15);
          start(cluster, "later b");
          cluster.restart(1);
        });
    assertThat(heardBy1()).containsExactly("S1 found ", "S1 durable later a", "S1 found later a");
    assertThat(told(EventKind.PERSIST))
        .containsExactly(
            "Raft state 7 bytes, snapshot 0 bytes, queued",
            "Raft state 7 bytes, snapshot 0 bytes, queued");
  }

  @Test
  void aSaveCoversThoseThatWereQueuedBefore() {
    passes(
        DISKS,
        cluster -> {
          start(cluster, "later a");
          start(cluster, "later b");
          start(cluster, "c");
          cluster.restart(1);
        });
    assertThat(heardBy1()).contains("S1 saved c").endsWith("S1 found c");
  }

  @Test
  void queuedSavesBecomeDurableOnADisk() {
    passes(
        DISKS,
        cluster -> {
          for (int i = 1; i <= 20; i++) {
            start(cluster, "later " + i);
          }
          cluster.sleepMillis(100);
          cluster.powerLoss(1);
          cluster.restart(1);
        });
    assertThat(heardBy1()).hasSize(22).contains("S1 durable later 7").endsWith("S1 found later 20");
  }

  @Test
  void aServerWhoseDiskFailsStops() {
    passes(
        DISKS,
        cluster -> {
          start(cluster, "a");
          cluster.disk(1).failOperation(2);
          start(cluster, "b");
          assertThat(cluster.running(1)).isFalse();
          assertThat(cluster.connected(1)).isFalse();
          cluster.restart(1);
        });
    assertThat(heardBy1()).containsExactly("S1 found ", "S1 saved a", "S1 found a");
    assertThat(told(EventKind.CRASH))
        .containsExactly("stopped by its disk: I/O error: sync of state.new");
  }

  @Test
  void aServerWhoseQueuedSaveFailsStops() {
    passes(
        DISKS,
        cluster -> {
          cluster.disk(1).use(DiskProfile.SSD.withFaults(DiskFaults.errors(1)));
          start(cluster, "later a");
          cluster.sleepMillis(10);
          assertThat(cluster.running(1)).isFalse();
        });
    assertThat(heardBy1()).containsExactly("S1 found ");
  }

  @Test
  void aServerWhoseDiskHasChangedStaysDownAndSaysWhy() {
    Verdict verdict =
        run(
                DISKS,
                cluster -> {
                  start(cluster, "a");
                  cluster.crash(1);
                  assertThat(cluster.disk(1).flipBit()).hasValue("state");
                  cluster.restart(1);
                  assertThat(cluster.running(1)).isFalse();
                  cluster.disk(1).heal();
                  cluster.restart(1);
                  assertThat(cluster.running(1)).isTrue();
                  cluster.disk(1).flipBit();
                  cluster.restart(1);
                  cluster.agree("b".getBytes(US_ASCII), 2, false);
                })
            .verdict();
    assertThat(told(EventKind.CRASH))
        .anyMatch(line -> line.startsWith("stopped by its disk: state: its checksum is "));
    assertThat(((Verdict.Fail) verdict).facts())
        .anyMatch(fact -> fact.startsWith("S1: down, stopped by its disk: state: its checksum is"));
  }

  @Test
  void aCrashCanComeInTheMidstOfABoot() {
    passes(
        DISKS,
        cluster -> {
          start(cluster, "a");
          cluster.crash(1);
          cluster.powerLossAtDiskOperation(1, 2);
          cluster.restart(1);
          assertThat(cluster.running(1)).isFalse();
          cluster.restart(1);
        });
    assertThat(heardBy1()).containsExactly("S1 found ", "S1 saved a", "S1 found a");
  }

  @Test
  void realFilesGiveTheSameRunAsMemory() throws IOException {
    Consumer<Cluster> test =
        cluster -> {
          start(cluster, "a");
          start(cluster, "later b");
          cluster.sleepMillis(15);
          cluster.restart(1);
          start(cluster, "c");
        };
    Outcome inMemory = passes(StorageKind.MEMORY, test);
    List<String> heardInMemory = List.copyOf(heard);
    heard.clear();
    Outcome onFiles = passes(new StorageKind.RealFiles(folder), test);
    assertThat(onFiles).isEqualTo(inMemory);
    assertThat(heard).isEqualTo(heardInMemory);
    assertThat(Files.readString(folder.resolve("S1/state"), ISO_8859_1)).contains("c");
  }

  @Test
  void realFilesThatCannotBeUsedAreNoVerdict() throws IOException {
    Files.createDirectories(folder.resolve("S1"));
    Files.writeString(folder.resolve("S1/state"), "not what Raftbed wrote, and long enough");
    Verdict verdict = run(new StorageKind.RealFiles(folder), cluster -> {}).verdict();
    assertThat(verdict).isInstanceOf(Verdict.Fail.class);
    Verdict.Fail fail = (Verdict.Fail) verdict;
    assertThat(fail.kind()).isEqualTo(FailureKind.TESTBED_FAULT);
    assertThat(fail.message()).contains("the files of S1 cannot be used").contains("state: ");
  }
}
