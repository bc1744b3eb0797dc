package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.Raft;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.tools.ToolProvider;

/** Compiles Java as a user does, against the lab API alone. */
final class Sources {

  private static final Pattern PACKAGE = Pattern.compile("package ([a-z0-9.]+);");
  private static final Pattern TYPE = Pattern.compile("(?:class|interface|record) (\\w+)");

  /** What servers need so that only what matters stands in a test. */
  private static final String IMPORTS =
      "import io.raftbed.lab.*; import io.raftbed.lab.kv.*; import java.util.*; import"
          + " java.util.concurrent.*; ";

  /** The methods of a server that does nothing. */
  static final String IDLE =
      """
      public Optional<Started> start(byte[] command) { return Optional.empty(); }
      public RaftState state() { return new RaftState(0, false); }
      public void snapshot(int index, byte[] snapshot) {}
      """;

  private Sources() {}

  /** Compiles source texts, each of one top level class, and returns the folder with classes. */
  static Path compile(Path folder, String... texts) {
    List<Path> files =
        Stream.of(texts).map(text -> write(folder.resolve("sources"), text)).toList();
    return compileFiles(folder, files);
  }

  /** Compiles source files into a folder below, and returns that. */
  static Path compileFiles(Path folder, List<Path> files) {
    Path classes = folder.resolve("classes");
    List<String> arguments =
        new ArrayList<>(
            List.of("-proc:none", "-nowarn", "-g", "-d", classes.toString(), "-cp", labPath()));
    files.forEach(file -> arguments.add(file.toString()));
    int result =
        ToolProvider.getSystemJavaCompiler()
            .run(null, null, null, arguments.toArray(String[]::new));
    assertThat(result).isZero();
    return classes;
  }

  private static Path write(Path folder, String text) {
    Matcher named = PACKAGE.matcher(text);
    boolean inPackage = named.lookingAt();
    String declaration = inPackage ? named.group() : "";
    Path place = inPackage ? folder.resolve(named.group(1).replace('.', '/')) : folder;
    Matcher type = TYPE.matcher(text);
    assertThat(type.find()).isTrue();
    try {
      Path file = Files.createDirectories(place).resolve(type.group(1) + ".java");
      return Files.writeString(file, declaration + IMPORTS + text.substring(declaration.length()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String labPath() {
    try {
      return Path.of(Raft.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }
}
