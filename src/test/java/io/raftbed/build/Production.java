package io.raftbed.build;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Raftbed's own sources and classes, without its tests. */
final class Production {

  static final Path SOURCES = Path.of("src/main/java");

  private static final Path CLASSES = Path.of("target/classes");

  private Production() {}

  static JavaClasses classes() {
    return new ClassFileImporter().importPath(CLASSES);
  }

  /** All Java files below a folder, in the order of their names. */
  static List<Path> javaFiles(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
