package io.raftbed.storage;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.TRUNCATE_EXISTING;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory of real files, on a system that can sync directories (POSIX). An interrupt of the
 * calling thread is kept for later, as it would close the files.
 */
public final class RealDisk implements Disk {

  private final Path directory;

  /**
   * Files that were written and not synced: an error of the disk is told to who still holds one.
   */
  private final Map<String, FileChannel> open = new HashMap<>();

  /** Uses a directory, and makes it durably if it is not there. */
  public RealDisk(Path directory) throws IOException {
    this.directory = directory.toAbsolutePath();
    Files.createDirectories(this.directory);
    Path parent = this.directory.getParent();
    if (parent != null) {
      syncDirectory(parent);
    }
  }

  @Override
  public Optional<byte[]> read(String name) throws IOException {
    try {
      return Optional.of(uninterrupted(() -> Files.readAllBytes(directory.resolve(name))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public void write(String name, byte[] bytes) throws IOException {
    close(name);
    FileChannel file = FileChannel.open(directory.resolve(name), CREATE, TRUNCATE_EXISTING, WRITE);
    open.put(name, file);
    uninterrupted(() -> {
      ByteBuffer rest = ByteBuffer.wrap(bytes);
      while (rest.hasRemaining()) {
        file.write(rest);
      }
      return file;
    });
  }

  @Override
  public void sync(String name) throws IOException {
    FileChannel file = open.remove(name);
    try (FileChannel synced =
        file != null ? file : FileChannel.open(directory.resolve(name), WRITE)) {
      force(synced);
    }
  }

  @Override
  public void rename(String from, String to) throws IOException {
    close(from);
    close(to);
    Files.move(directory.resolve(from), directory.resolve(to), StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void delete(String name) throws IOException {
    close(name);
    Files.deleteIfExists(directory.resolve(name));
  }

  @Override
  public List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Override
  public void syncDirectory() throws IOException {
    syncDirectory(directory);
  }

  @Override
  public void wipe() throws IOException {
    for (String name : names()) {
      delete(name);
    }
    syncDirectory();
  }

  private static void syncDirectory(Path path) throws IOException {
    try (FileChannel channel = FileChannel.open(path, READ)) {
      force(channel);
    }
  }

  private static void force(FileChannel file) throws IOException {
    uninterrupted(() -> {
      file.force(true);
      return file;
    });
  }

  private void close(String name) throws IOException {
    FileChannel file = open.remove(name);
    if (file != null) {
      file.close();
    }
  }

  /** Work with files that an interrupt would end. */
  @FunctionalInterface
  private interface FileWork<T> {
    T run() throws IOException;
  }

  private static <T> T uninterrupted(FileWork<T> work) throws IOException {
    boolean interrupted = Thread.interrupted();
    try {
      return work.run();
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
