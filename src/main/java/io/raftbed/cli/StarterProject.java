package io.raftbed.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The project that {@code raftbed init} writes: it needs nothing that is not in it, but for JUnit
 * and Maven's own plugins.
 *
 * @param jar Raftbed's own, which goes into the project
 */
record StarterProject(Path jar) {

  /** Where each file of the folder "starter" goes. */
  private static final Map<String, String> FILES =
      Map.of(
          "pom.xml", "pom.xml",
          "README.md", "README.md",
          "gitignore", ".gitignore",
          "raftbed", "raftbed",
          "MyRaft.java", "src/main/java/MyRaft.java",
          "MyRaftTest.java", "src/test/java/MyRaftTest.java");

  /**
   * Returns the jar that this process runs from.
   *
   * @throws IOException when it runs from anything else
   */
  static Path runningJar() throws IOException {
    try {
      Path place =
          Path.of(StarterProject.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      if (Files.isRegularFile(place)) {
        return place;
      }
      throw new IOException("Raftbed runs from " + place + "; only its jar can make projects");
    } catch (URISyntaxException e) {
      throw new IOException("Raftbed's own place is no path", e);
    }
  }

  /**
   * Writes all files into a folder that is new or empty.
   *
   * @throws IOException when a file cannot be written; the message says why
   */
  void write(Path folder) throws IOException {
    try {
      for (Map.Entry<String, String> file : FILES.entrySet()) {
        copy(file.getKey(), folder.resolve(file.getValue()));
      }
      Files.copy(jar, Files.createDirectories(folder.resolve("lib")).resolve("raftbed.jar"));
    } catch (FileSystemException e) {
      throw new IOException(Objects.requireNonNullElse(e.getReason(), "no permission"), e);
    }
    if (!folder.resolve("raftbed").toFile().setExecutable(true, false)) {
      throw new IOException("cannot make its raftbed executable");
    }
  }

  /**
   * Makes sure that nothing is written over.
   *
   * @throws IOException when there is anything; the message says so
   */
  static void requireEmpty(Path folder) throws IOException {
    if (Files.exists(folder) && !Files.isDirectory(folder)) {
      throw new IOException("it is no folder");
    }
    if (Files.isDirectory(folder)) {
      try (Stream<Path> content = Files.list(folder)) {
        if (content.findAny().isPresent()) {
          throw new IOException("it is not empty; name a new folder");
        }
      }
    }
  }

  private static void copy(String resource, Path target) throws IOException {
    Files.createDirectories(target.resolve("..").normalize());
    try (InputStream in = StarterProject.class.getResourceAsStream("starter/" + resource)) {
      Files.copy(Objects.requireNonNull(in, resource), target);
    }
  }
}
