package io.raftbed.sim.agent;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.collect.ImmutableList;
import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.net.URI;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Rewrites classes that nobody wrote for the purpose. */
class RobustnessTest {
  private final ClassHierarchy hierarchy = new ClassHierarchy(getClass().getClassLoader());
  private final ClassFile format =
      ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));

  @Test
  void guava() throws Exception {
    assertThat(rewriteJar(ImmutableList.class, 8)).isGreaterThan(100);
  }

  @Test
  void assertions() throws Exception {
    assertThat(rewriteJar(Assertions.class, 8)).isGreaterThan(20);
  }

  /** Covers shapes of byte code that libraries rarely have, monitors above all. */
  @Test
  void theJdkItself() throws Exception {
    Path base = FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules", "java.base");
    assertThat(rewriteEach(base.resolve("java/util"), 10) + rewriteEach(base.resolve("java/io"), 4))
        .isGreaterThan(100);
  }

  private int rewriteJar(Class<?> member, int step) throws Exception {
    Path jar = Path.of(member.getProtectionDomain().getCodeSource().getLocation().toURI());
    try (FileSystem files = FileSystems.newFileSystem(jar)) {
      return rewriteEach(files.getPath("/"), step);
    }
  }

  /** Rewrites every so many classes, and returns how many of them changed. */
  private int rewriteEach(Path root, int step) throws IOException {
    List<Path> all = new ArrayList<>();
    try (Stream<Path> paths = Files.walk(root)) {
      paths.filter(path -> path.toString().endsWith(".class")).sorted().forEach(all::add);
    }
    int changed = 0;
    for (int i = 0; i < all.size(); i += step) {
      changed += rewrite(all.get(i)) ? 1 : 0;
    }
    return changed;
  }

  private boolean rewrite(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      byte[] original = in.readAllBytes();
      byte[] rewritten = ClassRewriter.rewrite(original, hierarchy).bytes();
      // A class that uses a library which is left out cannot be verified before, either.
      if (rewritten != null && format.verify(original).isEmpty()) {
        assertThat(format.verify(rewritten)).as(path.toString()).isEmpty();
      }
      return rewritten != null;
    }
  }
}
