package io.raftbed.cli;

import io.raftbed.sim.agent.ProgramLoader;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/**
 * Folders and jars with the class files of a server.
 *
 * @param text as it was given
 * @param entries its folders and jars
 */
record ClassPath(String text, List<Path> entries) {

  private static final String CLASS_FILE = ".class";

  ClassPath {
    entries = List.copyOf(entries);
  }

  /**
   * Reads {@code DIR|JAR[:DIR|JAR...]}.
   *
   * @throws IllegalArgumentException when an entry is missing or neither folder nor jar
   */
  static ClassPath of(String text) {
    List<Path> entries = new ArrayList<>();
    for (String entry : text.split(File.pathSeparator, -1)) {
      entries.add(existing(entry));
    }
    return new ClassPath(text, entries);
  }

  private static Path existing(String entry) {
    Path path = Path.of(entry);
    if (entry.isEmpty() || !Files.exists(path)) {
      throw new IllegalArgumentException(
          "--classpath: there is no \"" + entry + "\"; build your project first, or mend the path");
    }
    return path;
  }

  /**
   * Returns the binary names of all classes on it.
   *
   * @throws IllegalArgumentException when an entry cannot be read
   */
  List<String> classNames() {
    List<String> names = new ArrayList<>();
    for (Path entry : entries) {
      try {
        names.addAll(Files.isDirectory(entry) ? inFolder(entry) : inJar(entry));
      } catch (IOException e) {
        throw new IllegalArgumentException(
            "--classpath: " + entry + " is neither a folder nor a jar that can be read", e);
      }
    }
    return names;
  }

  private static List<String> inFolder(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files
          .map(file -> folder.relativize(file).toString().replace(File.separatorChar, '/'))
          .filter(ClassPath::isClassFile)
          .map(ClassPath::className)
          .sorted()
          .toList();
    }
  }

  private static List<String> inJar(Path file) throws IOException {
    try (JarFile jar = new JarFile(file.toFile())) {
      return jar.stream()
          .map(ZipEntry::getName)
          .filter(ClassPath::isClassFile)
          .map(ClassPath::className)
          .toList();
    }
  }

  private static boolean isClassFile(String name) {
    return name.endsWith(CLASS_FILE)
        && !name.startsWith("META-INF/")
        && !name.endsWith("module-info.class");
  }

  private static String className(String file) {
    return file.substring(0, file.length() - CLASS_FILE.length()).replace('/', '.');
  }

  /** Returns a new loader of its classes; it stays open as long as they are used. */
  ProgramLoader loader() {
    return new ProgramLoader(entries.stream().map(ClassPath::url).toArray(URL[]::new));
  }

  private static URL url(Path entry) {
    try {
      return entry.toUri().toURL();
    } catch (MalformedURLException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
