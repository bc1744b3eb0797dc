package io.raftbed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.raftbed.linearizability.History;
import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Verdict;
import io.raftbed.report.HistoryPage;
import java.io.BufferedWriter;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/** Where pages about histories go: into one file, or each into a file of its own in a folder. */
final class HistoryPages {

  private final Path target;
  private final boolean isFolder;
  private final Set<String> names = new HashSet<>();

  /**
   * Makes sure that they can be written, so that this is found out before the check.
   *
   * @param isFolder whether the target is a folder, made if it is not there
   * @throws IOException when they cannot be written; the message says why
   */
  HistoryPages(Path target, boolean isFolder) throws IOException {
    this.target = target;
    this.isFolder = isFolder;
    if (isFolder && Files.exists(target) && !Files.isDirectory(target)) {
      throw new IOException("it must be a folder, for several histories");
    }
    if (!isFolder && Files.isDirectory(target)) {
      throw new IOException("it is a directory");
    }
    Path folder = isFolder ? target : target.toAbsolutePath().resolve("..").normalize();
    if (isFolder) {
      Files.createDirectories(folder);
    } else if (!Files.isDirectory(folder)) {
      throw new IOException("there is no folder " + folder);
    }
  }

  /** Writes the page about a history and returns where it is. */
  <I, O> Path write(Path file, Model<?, I, O> model, History<I, O> history, Verdict<I, O> verdict)
      throws IOException {
    String name = file.normalize().toString();
    Path page = isFolder ? target.resolve(unused(file.normalize())) : target;
    // An NIO channel would close itself when Ctrl-C interrupts the thread that writes.
    try (Writer out =
        new BufferedWriter(new OutputStreamWriter(new FileOutputStream(page.toFile()), UTF_8))) {
      HistoryPage.write(out, name, model, history, verdict);
    }
    return page;
  }

  private String unused(Path file) {
    Path last = file.getFileName();
    String name = last == null ? "history" : last.toString();
    String unused = name + ".html";
    for (int number = 2; !names.add(unused); number++) {
      unused = name + "-" + number + ".html";
    }
    return unused;
  }
}
