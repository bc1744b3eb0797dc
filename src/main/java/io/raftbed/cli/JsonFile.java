package io.raftbed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.raftbed.report.JsonRows;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.function.Function;

/**
 * Results on their way into a file. They go into a file beside it first, so that whoever reads the
 * file finds the results of the last run or of this one, but never half of them. What is no regular
 * file, such as {@code /dev/stdout}, is written at once.
 *
 * @param <R> the results
 */
final class JsonFile<R> implements ResultSink<R> {

  private final Path target;
  private final Path written;
  private final JsonRows<R> report;

  /**
   * Opens it, so that a file that cannot be written is found out before the run.
   *
   * @param rows starts the array
   * @throws IOException when it cannot be written
   */
  JsonFile(Path file, Function<Writer, JsonRows<R>> rows) throws IOException {
    boolean exists = Files.exists(file);
    target = exists && !isDevice(file) ? file.toRealPath() : file.toAbsolutePath();
    if (Files.isDirectory(target)) {
      throw new IOException("it is a directory");
    }
    if (exists && !Files.isWritable(target)) {
      throw new IOException("no permission to write it");
    }
    written = isDevice(target) ? target : beside(target);
    report = rows.apply(uninterruptible(written));
  }

  private static boolean isDevice(Path file) {
    return Files.exists(file) && !Files.isRegularFile(file) && !Files.isDirectory(file);
  }

  private static Path beside(Path target) throws IOException {
    Path folder = target.resolve("..").normalize();
    if (!Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder);
    }
    return target.resolveSibling(target.getFileName() + "." + ProcessHandle.current().pid());
  }

  /** An NIO channel would close itself when Ctrl-C interrupts the thread that writes. */
  private static Writer uninterruptible(Path file) throws IOException {
    return new BufferedWriter(new OutputStreamWriter(new FileOutputStream(file.toFile()), UTF_8));
  }

  @Override
  public void add(R row) {
    report.add(row);
  }

  /** Ends the array and puts the file in its place. */
  @Override
  public void close() throws IOException {
    report.close();
    if (!written.equals(target)) {
      Files.move(written, target, StandardCopyOption.REPLACE_EXISTING);
    }
  }
}
