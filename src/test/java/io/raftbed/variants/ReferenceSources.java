package io.raftbed.variants;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The sources of one package of the reference, as they lie in the project. */
record ReferenceSources(String packageName) {

  /** Those of the reference Raft. */
  static final ReferenceSources RAFT = new ReferenceSources("io.raftbed.reference.raft");

  /** Those of the services above it. */
  static final ReferenceSources KV = new ReferenceSources("io.raftbed.reference.kv");

  /** Returns the sources by file name; the package's description is left out. */
  Map<String, String> read() {
    Path folder = Path.of(System.getProperty("basedir", ""), "src", "main", "java");
    folder = folder.resolve(packageName.replace('.', '/'));
    Map<String, String> sources = new TreeMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString();
        if (name.endsWith(".java") && !name.equals("package-info.java")) {
          sources.put(name, Files.readString(file));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return sources;
  }

  /**
   * Returns the sources with the edits made, in their order.
   *
   * @throws IllegalArgumentException if an edit names no file, or its fragment is not there once
   */
  Map<String, String> with(List<Edit> edits) {
    Map<String, String> sources = read();
    for (Edit edit : edits) {
      String source = sources.get(edit.file());
      if (source == null) {
        throw new IllegalArgumentException("the reference has no file " + edit.file());
      }
      sources.put(edit.file(), edit.applyTo(source));
    }
    return sources;
  }
}
