package io.raftbed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.raftbed.linearizability.format.FormatException;
import io.raftbed.linearizability.format.HistoryFormat;
import io.raftbed.linearizability.format.Source;
import io.raftbed.report.CheckText;
import io.raftbed.report.RefusedRow;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the histories that somebody names: files as they are, and what folders have of them. */
final class HistoryFiles {

  /** Enough of a file to tell its format. */
  private static final int BEGINNING = 1 << 16;

  private final Optional<HistoryFormat> format;
  private final List<Path> files = new ArrayList<>();
  private final List<Path> skipped = new ArrayList<>();
  private final List<RefusedRow> problems = new ArrayList<>();

  private HistoryFiles(Optional<HistoryFormat> format) {
    this.format = format;
  }

  /**
   * Looks for histories.
   *
   * @param format the one that files in folders must have; any known one when empty
   */
  static HistoryFiles of(List<Path> paths, Optional<HistoryFormat> format) throws IOException {
    HistoryFiles histories = new HistoryFiles(format);
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        histories.addFolder(path);
      } else {
        histories.files.add(path);
      }
    }
    return histories;
  }

  private void addFolder(Path folder) throws IOException {
    int before = files.size();
    List<Path> found = new ArrayList<>();
    Files.walkFileTree(folder, new Visitor(found));
    found.sort(null);
    for (Path file : found) {
      (isHistory(file) ? files : skipped).add(file);
    }
    if (files.size() == before) {
      refuse(
          folder,
          "has no history among %s; formats are told by content, or by --format"
              .formatted(CheckText.count(found.size(), "file")));
    }
  }

  private void refuse(Path path, String why) {
    problems.add(new RefusedRow(path.toString(), path + ": " + why));
  }

  /** Collects regular files; what cannot be looked into is a problem of its own. */
  private final class Visitor extends SimpleFileVisitor<Path> {
    private final List<Path> found;

    Visitor(List<Path> found) {
      this.found = found;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (attributes.isRegularFile()) {
        found.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) {
      refuse(file, "cannot be read");
      return FileVisitResult.CONTINUE;
    }
  }

  private boolean isHistory(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      String text = new String(in.readNBytes(BEGINNING), UTF_8);
      Optional<HistoryFormat> seen = HistoryFormat.of(new Source(file.toString(), text));
      return seen.isPresent() && (format.isEmpty() || format.equals(seen));
    } catch (IOException _) {
      return true;
    } catch (FormatException _) {
      return false;
    }
  }

  /** Returns the files to check, in the order given; those of a folder sorted. */
  List<Path> files() {
    return files;
  }

  /** Returns the files in folders that seem to be no histories. */
  List<Path> skipped() {
    return skipped;
  }

  /** Returns what could not be looked into. */
  List<RefusedRow> problems() {
    return problems;
  }
}
