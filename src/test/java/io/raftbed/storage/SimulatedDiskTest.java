package io.raftbed.storage;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.raftbed.sim.Delay;
import io.raftbed.sim.Incarnation;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.sim.Simulation;
import io.raftbed.sim.SimulationOptions;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class SimulatedDiskTest {

  private static final int SEEDS = 200;
  private static final String OLD = "the old content of this file, longer than a sector";
  private static final String NEW = "what was written later, and differs in every sector of it";

  private final List<TraceEvent> trace = new ArrayList<>();

  /** What is done with a disk. */
  private interface Use {
    void with(SimulatedDisk disk) throws IOException;
  }

  /** Uses an empty disk, and returns its files in the end, as "name=content". */
  private List<String> run(long seed, DiskProfile profile, Use... uses) {
    List<String> files = new ArrayList<>();
    Verdict verdict =
        Simulation.run(
                new SimulationOptions(
                    seed, new ScheduleKind.Random(), TimeUnit.SECONDS.toNanos(100), trace::add),
                simulation -> {
                  SimulatedDisk disk = new SimulatedDisk(simulation, 0, profile);
                  try {
                    for (Use use : uses) {
                      use.with(disk);
                    }
                    for (String name : disk.names()) {
                      files.add(name + "=" + text(disk.read(name).orElseThrow()));
                    }
                  } catch (IOException e) {
                    files.add(e.getMessage());
                  }
                })
            .verdict();
    assertThat(verdict).isEqualTo(new Verdict.Pass());
    return files;
  }

  /** Returns all that the disk holds after a loss of power, over many seeds. */
  private Set<String> outcomes(Use use) {
    Set<String> outcomes = new TreeSet<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      outcomes.addAll(
          run(seed, DiskProfile.SSD, SimulatedDiskTest::oldFile, use, SimulatedDisk::losePower));
    }
    return outcomes;
  }

  private static void oldFile(SimulatedDisk disk) throws IOException {
    disk.write("x", bytes(OLD));
    disk.sync("x");
    disk.syncDirectory();
  }

  private static byte[] bytes(String text) {
    return text.getBytes(US_ASCII);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, US_ASCII);
  }

  @Test
  void whatIsSyncedSurvivesALossOfPower() {
    assertThat(outcomes(disk -> {})).containsExactly("x=" + OLD);
    assertThat(
            outcomes(disk -> {
              disk.write("x", bytes(NEW));
              disk.sync("x");
            }))
        .containsExactly("x=" + NEW);
  }

  @Test
  void whatIsOnlyWrittenIsLostKeptOrTorn() {
    Set<String> outcomes = outcomes(disk -> disk.write("x", bytes(NEW)));
    assertThat(outcomes)
        .contains("x=" + OLD, "x=" + NEW)
        .anyMatch(file -> file.startsWith("x=what") && file.length() < NEW.length())
        .anyMatch(file -> file.startsWith("x=the old") && !file.equals("x=" + OLD))
        .anyMatch(file -> file.contains("\0"));
  }

  @Test
  void aCrashOfTheProcessKeepsWhatIsWritten() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      assertThat(
              run(
                  seed,
                  DiskProfile.SSD,
                  disk -> disk.write("x", bytes(NEW)),
                  SimulatedDisk::processCrashed))
          .containsExactly("x=" + NEW);
    }
  }

  @Test
  void aRenameMaySurviveWithoutTheContent() {
    assertThat(
            outcomes(disk -> {
              disk.write("aside", bytes(NEW));
              disk.rename("aside", "x");
            }))
        .contains("x=", "x=" + NEW, "x=" + OLD, "aside=" + NEW);
  }

  @Test
  void aRenameIsLostUntilTheDirectoryIsSynced() {
    Use written =
        disk -> {
          disk.write("aside", bytes(NEW));
          disk.sync("aside");
          disk.rename("aside", "x");
        };
    assertThat(outcomes(written)).contains("x=" + OLD, "x=" + NEW, "aside=" + NEW);
    assertThat(
            outcomes(disk -> {
              written.with(disk);
              disk.syncDirectory();
            }))
        .containsExactly("x=" + NEW);
  }

  @Test
  void namesMayComeOutOfOrder() {
    Set<String> outcomes = new TreeSet<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      outcomes.add(
          run(
                  seed,
                  DiskProfile.SSD,
                  disk -> {
                    disk.write("first", bytes("1"));
                    disk.sync("first");
                    disk.write("second", bytes("2"));
                    disk.sync("second");
                    disk.losePower();
                  })
              .toString());
    }
    assertThat(outcomes)
        .containsExactlyInAnyOrder("[]", "[first=1]", "[second=2]", "[first=1, second=2]");
  }

  @Test
  void aFileMayComeBackThatWasDeleted() {
    assertThat(outcomes(disk -> disk.delete("x"))).containsExactly("x=" + OLD);
    assertThat(run(1, DiskProfile.SSD, SimulatedDiskTest::oldFile, disk -> disk.delete("x")))
        .isEmpty();
  }

  @Test
  void afterAFailedSyncAnotherProvesNothing() {
    assertThat(
            outcomes(disk -> {
              disk.write("x", bytes(NEW));
              disk.failOperation(1);
              assertThatThrownBy(() -> disk.sync("x")).hasMessage("I/O error: sync of x");
              disk.sync("x");
            }))
        .contains("x=" + OLD, "x=" + NEW);
  }

  @Test
  void aCrashCanComeInTheMidstOfAWrite() {
    Set<String> outcomes = new TreeSet<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      Simulation.run(
          new SimulationOptions(
              seed, new ScheduleKind.Random(), TimeUnit.SECONDS.toNanos(1), event -> {}),
          simulation -> {
            SimulatedDisk disk = new SimulatedDisk(simulation, 0, DiskProfile.SSD);
            Incarnation node = simulation.boot(0, "server");
            disk.atOperation(
                2,
                () -> {
                  disk.processCrashed();
                  node.crash();
                });
            assertThat(
                    node.call(
                        "life",
                        () -> {
                          disk.write("x", bytes("first"));
                          disk.write("x", bytes("123"));
                          return "not reached";
                        }))
                .isEmpty();
            assertThat(disk.operations()).isEqualTo(2);
            outcomes.add(contentOf(disk));
          });
    }
    assertThat(outcomes).containsExactly("", "1", "12", "123");
  }

  private static String contentOf(SimulatedDisk disk) {
    try {
      return text(disk.read("x").orElseThrow());
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void operationsTakeTimeAndStallsTakeMore() {
    DiskProfile exact = new DiskProfile(new Delay.Constant(7), Delay.millis(3), DiskFaults.NONE);
    run(
        1,
        exact,
        disk -> disk.write("x", bytes("1")),
        disk -> disk.stall(1),
        disk -> disk.sync("x"));
    assertThat(trace.getLast().kind()).isEqualTo(EventKind.DISK);
    long stalledAt = trace.getLast().virtualNanos();
    assertThat(stalledAt).isBetween(7L, 10_000L);

    DiskProfile stalling = exact.withFaults(DiskFaults.stalls(1, Delay.millis(40)));
    trace.clear();
    run(
        1,
        stalling,
        disk -> disk.write("x", bytes("1")),
        disk -> disk.sync("x"),
        disk -> disk.stall(1));
    assertThat(trace.getFirst().detail()).hasToString("stalls for 40 ms");
    assertThat(trace.getLast().virtualNanos())
        .isBetween(TimeUnit.MILLISECONDS.toNanos(43), TimeUnit.MILLISECONDS.toNanos(44));
  }

  @Test
  void aFlippedBitStaysUntilTheFileIsWrittenOrHealed() {
    Use flip = disk -> assertThat(disk.flipBit()).hasValue("x");
    String flipped = run(1, DiskProfile.SSD, SimulatedDiskTest::oldFile, flip).getFirst();
    assertThat(flipped).hasSameSizeAs("x=" + OLD).isNotEqualTo("x=" + OLD);
    assertThat(run(1, DiskProfile.SSD, SimulatedDiskTest::oldFile, flip, SimulatedDisk::heal))
        .containsExactly("x=" + OLD);
    assertThat(
            run(
                1,
                DiskProfile.SSD,
                SimulatedDiskTest::oldFile,
                flip,
                disk -> disk.write("x", bytes(NEW))))
        .containsExactly("x=" + NEW);
    assertThat(run(1, DiskProfile.SSD, disk -> assertThat(disk.flipBit()).isEmpty())).isEmpty();
  }

  @Test
  void aMisreadIsGoneWithTheNextRead() {
    DiskProfile misreading = DiskProfile.SSD.withFaults(new DiskFaults(0, 0, Delay.millis(0), 1));
    assertThat(run(1, misreading, SimulatedDiskTest::oldFile)).doesNotContain("x=" + OLD);
    assertThat(
            run(
                1,
                misreading,
                SimulatedDiskTest::oldFile,
                disk -> disk.read("x"),
                SimulatedDisk::heal))
        .containsExactly("x=" + OLD);
  }

  @Test
  void faultsAreProbabilities() {
    assertThatThrownBy(() -> DiskFaults.errors(1.5))
        .hasMessage("error is 1.5, not between 0 and 1.");
  }
}
