package io.raftbed.cli;

import com.google.common.io.MoreFiles;
import io.raftbed.cluster.StorageKind;
import io.raftbed.sim.ScheduleKind;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.TestResult;
import io.raftbed.trace.TraceSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The folders in which servers keep their state, one for each test and seed, of this process alone.
 * A run begins with an empty one and leaves it behind only when it fails. Tests that need their own
 * storage go on without.
 */
final class StateFolders implements TestExecutor, AutoCloseable {

  private static final String LOCK = ".raftbed.lock";

  private final TestExecutor executor;
  private final PersisterKind persister;
  private final Path root;
  private final FileChannel lock;

  /**
   * Makes the root if it is not there, and keeps other processes out.
   *
   * @param executor makes the runs
   * @param persister one with a directory
   * @throws IOException if it cannot be used; the message says why
   */
  StateFolders(TestExecutor executor, PersisterKind persister) throws IOException {
    this.executor = executor;
    this.persister = persister;
    this.root = persister.directory().orElseThrow();
    makeRoot(root);
    this.lock =
        FileChannel.open(root.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    if (!locked(lock)) {
      lock.close();
      throw new IOException("another raftbed uses it; give each a folder of its own");
    }
  }

  private static void makeRoot(Path root) throws IOException {
    try {
      Files.createDirectories(root);
    } catch (FileAlreadyExistsException e) {
      throw new IOException(e.getFile() + " is no folder", e);
    } catch (FileSystemException e) {
      String reason = e.getReason() == null ? "no permission" : e.getReason();
      throw new IOException("it cannot be made: " + reason, e);
    }
    if (!Files.isWritable(root)) {
      throw new IOException("no permission to write in it");
    }
  }

  private static boolean locked(FileChannel file) throws IOException {
    try {
      return file.tryLock() != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  @Override
  public void prepare() {
    executor.prepare();
  }

  @Override
  public TestResult run(SuiteTest test, long seed, ScheduleKind schedule, TraceSink sink) {
    if (test.needsItsStorage()) {
      return executor.run(test, seed, schedule, sink);
    }
    Path folder = persister.folderOf(test.id(), seed).orElseThrow();
    makeEmpty(folder);
    SuiteTest onFiles = test.on(new StorageKind.RealFiles(folder));
    TestResult result = executor.run(onFiles, seed, schedule, sink);
    if (result.outcome().verdict().passed()) {
      remove(folder);
    }
    return result;
  }

  /** Runs side by side share parents; only one at a time makes and removes them. */
  private synchronized void makeEmpty(Path folder) {
    try {
      if (Files.exists(folder)) {
        MoreFiles.deleteRecursively(folder);
      }
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private synchronized void remove(Path folder) {
    try {
      MoreFiles.deleteRecursively(folder);
      Path above = folder.getParent();
      while (above != null && !above.equals(root)) {
        Files.delete(above);
        above = above.getParent();
      }
    } catch (DirectoryNotEmptyException e) {
      // Others still need it, and all above it.
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Lets others in. */
  @Override
  public void close() throws IOException {
    Files.deleteIfExists(root.resolve(LOCK));
    lock.close();
  }
}
