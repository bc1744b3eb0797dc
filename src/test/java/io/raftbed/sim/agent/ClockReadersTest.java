package io.raftbed.sim.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.MethodRefEntry;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ClockReadersTest {

  private static final Path BASE =
      FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules/java.base");

  @Test
  @DisplayName("every class of java.util.concurrent and java.util's timers that reads the clock")
  void clock() throws IOException {
    assertThat(callers(name -> name.equals("nanoTime") || name.equals("currentTimeMillis")))
        .hasSizeGreaterThan(20)
        .isSubsetOf(ClockReaders.CLOCK);
  }

  @Test
  @DisplayName("each listed class does what it is listed for")
  void nothingElse() throws IOException {
    assertThat(ClockReaders.CLOCK)
        .allMatch(
            type -> calls(type, name -> name.startsWith("nanoT") || name.startsWith("currentT")));
    assertThat(ClockReaders.CORES).allMatch(type -> calls(type, "availableProcessors"::equals));
  }

  private static List<String> callers(Predicate<String> method) throws IOException {
    try (Stream<Path> files = Files.walk(BASE.resolve("java/util"))) {
      return files
          .map(file -> BASE.relativize(file).toString())
          .filter(file -> file.endsWith(".class"))
          .filter(file -> file.startsWith("java/util/concurrent/") || file.contains("util/Timer"))
          .map(file -> file.substring(0, file.length() - ".class".length()))
          .filter(type -> calls(type, method))
          .toList();
    }
  }

  private static boolean calls(String type, Predicate<String> method) {
    try {
      ClassModel model = ClassFile.of().parse(Files.readAllBytes(BASE.resolve(type + ".class")));
      return StreamSupport.stream(model.constantPool().spliterator(), false)
          .anyMatch(e -> e instanceof MethodRefEntry m && method.test(m.name().stringValue()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
