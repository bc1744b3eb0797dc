package io.raftbed.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RealDiskTest {

  @TempDir private Path folder;

  @Test
  void makesItsDirectoryAndFiles() throws IOException {
    Path directory = folder.resolve("a/b");
    RealDisk disk = new RealDisk(directory);
    disk.write("x", new byte[] {1, 2});
    disk.sync("x");
    disk.syncDirectory();
    assertThat(Files.readAllBytes(directory.resolve("x"))).containsExactly(1, 2);
    assertThat(new RealDisk(directory).read("x")).hasValue(new byte[] {1, 2});
  }

  @Test
  void aWriteReplacesTheContent() throws IOException {
    RealDisk disk = new RealDisk(folder);
    disk.write("x", new byte[] {1, 2, 3});
    disk.write("x", new byte[] {4});
    disk.sync("x");
    disk.sync("x");
    assertThat(disk.read("x")).hasValue(new byte[] {4});
  }

  @Test
  void aRenameTakesThePlaceOfAnotherFile() throws IOException {
    RealDisk disk = new RealDisk(folder);
    disk.write("old", new byte[] {1});
    disk.write("new", new byte[] {2});
    disk.rename("new", "old");
    assertThat(disk.names()).containsExactly("old");
    assertThat(disk.read("old")).hasValue(new byte[] {2});
    assertThat(disk.read("new")).isEmpty();
  }

  @Test
  void deletesWhatIsThere() throws IOException {
    RealDisk disk = new RealDisk(folder);
    disk.write("x", new byte[0]);
    disk.delete("x");
    disk.delete("never there");
    assertThat(disk.names()).isEmpty();
  }

  @Test
  void anInterruptIsKeptForLaterAndClosesNothing() throws IOException {
    RealDisk disk = new RealDisk(folder);
    Thread.currentThread().interrupt();
    disk.write("x", new byte[] {1});
    disk.sync("x");
    disk.syncDirectory();
    assertThat(disk.read("x")).hasValue(new byte[] {1});
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whatCannotBeDoneThrows() throws IOException {
    RealDisk disk = new RealDisk(folder);
    assertThatThrownBy(() -> disk.sync("nothing")).isInstanceOf(IOException.class);
    assertThatThrownBy(() -> disk.rename("nothing", "x")).isInstanceOf(IOException.class);
    Path file = Files.createFile(folder.resolve("file"));
    assertThatThrownBy(() -> new RealDisk(file.resolve("below"))).isInstanceOf(IOException.class);
  }

  @Test
  void aPersisterFindsOnItWhatWasSaved() throws IOException {
    CountedStates states = new CountedStates(5_000);
    StateStore store = new DiskPersister(new RealDisk(folder));
    assertThat(states.numberOf(store.load())).isZero();
    for (int number = 1; number <= 7; number++) {
      store.save(states.of(number));
    }
    assertThat(states.numberOf(new DiskPersister(new RealDisk(folder)).load())).isEqualTo(7);
    assertThat(new RealDisk(folder).names()).containsExactly("snapshot-2", "state");
  }

  @Test
  void aDamagedFileIsNamed() throws IOException {
    StateStore store = new DiskPersister(new RealDisk(folder));
    store.load();
    store.save(new SavedState(new byte[] {1, 2, 3}, new byte[] {4}));
    byte[] bytes = Files.readAllBytes(folder.resolve("snapshot-1"));
    bytes[bytes.length / 2] ^= 1;
    Files.write(folder.resolve("snapshot-1"), bytes);
    assertThatThrownBy(() -> new DiskPersister(new RealDisk(folder)).load())
        .isInstanceOf(CorruptFileException.class)
        .hasMessageStartingWith("snapshot-1: its checksum is ");
    Files.delete(folder.resolve("snapshot-1"));
    assertThatThrownBy(() -> new DiskPersister(new RealDisk(folder)).load())
        .hasMessage("snapshot-1: it is missing, and the state refers to it");
  }
}
