package io.raftbed.variants;

import io.raftbed.lab.Environment;
import io.raftbed.lab.Raft;
import io.raftbed.lab.RaftFactory;
import io.raftbed.sim.Programs;
import io.raftbed.trace.Verdict;
import java.io.File;
import java.io.StringWriter;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandleProxies;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Makes a running implementation of a variant: edits the reference's sources and compiles them. */
public final class VariantCompiler {

  /** What all variants are compiled against; to open it anew takes longer than to compile one. */
  private static final StandardJavaFileManager LIBRARIES =
      ToolProvider.getSystemJavaCompiler().getStandardFileManager(null, null, null);

  private VariantCompiler() {}

  /**
   * Compiles a variant, which takes some tenths of a second, and loads its classes, so that none is
   * initialised inside a simulation. Must run outside any simulation.
   *
   * @return boots servers of the variant, whose classes have a loader of their own
   * @throws IllegalArgumentException if an edit does not fit the reference's sources, or the result
   *     does not compile or cannot run in a simulation
   */
  public static RaftFactory compile(BrokenVariant variant) {
    return factory(classes(variant.edits()));
  }

  /** Compiles a variant as {@link #compile(BrokenVariant)} does, with another change beside. */
  public static RaftFactory compile(BrokenVariant variant, UnrelatedEdit beside) {
    return factory(classes(beside.applyTo(ReferenceSources.RAFT.with(variant.edits()))));
  }

  private static RaftFactory factory(Map<String, byte[]> classes) {
    ClassLoader loader = new VariantClassLoader(classes);
    try {
      Class<?> server = loader.loadClass(ReferenceSources.RAFT.packageName() + ".ReferenceRaft");
      for (String name : classes.keySet()) {
        loader.loadClass(name); // those, too, that nothing of the reference names
      }
      Verdict loaded = Programs.load(server);
      if (!loaded.passed()) {
        throw new IllegalArgumentException("the variant cannot run in a simulation: " + loaded);
      }
      MethodHandle make =
          MethodHandles.publicLookup()
              .findStatic(server, "make", MethodType.methodType(Raft.class, Environment.class));
      return MethodHandleProxies.asInterfaceInstance(RaftFactory.class, make);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("the reference has no factory method", e);
    }
  }

  /** Returns the class files of the edited reference Raft, by class name. */
  static Map<String, byte[]> classes(List<Edit> edits) {
    return classes(ReferenceSources.RAFT, edits);
  }

  /** Returns the class files of an edited package, by class name. */
  static Map<String, byte[]> classes(ReferenceSources reference, List<Edit> edits) {
    return classes(reference.with(edits));
  }

  /** Returns the class files of sources, by class name. */
  static Map<String, byte[]> classes(Map<String, String> texts) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter errors = new StringWriter();
    List<JavaFileObject> sources =
        texts.entrySet().stream()
            .<JavaFileObject>map(file -> new Source(file.getKey(), file.getValue()))
            .toList();
    List<String> options = List.of("-proc:none", "-nowarn", "-classpath", classPath());
    MemoryClassFiles files = new MemoryClassFiles(LIBRARIES);
    if (!compiler.getTask(errors, files, null, options, null, sources).call()) {
      throw new IllegalArgumentException("the variant does not compile: " + errors);
    }
    return files.classes();
  }

  /** What the reference may use: the lab, and the annotations of its sources. */
  private static String classPath() {
    return Stream.of(Raft.class, NullMarked.class)
        .map(VariantCompiler::placeOf)
        .reduce((a, b) -> a + File.pathSeparator + b)
        .orElseThrow();
  }

  private static String placeOf(Class<?> type) {
    try {
      return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI()).toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A source file in memory. */
  private static final class Source extends SimpleJavaFileObject {
    private final String content;

    Source(String file, String content) {
      super(URI.create("memory:///" + file), Kind.SOURCE);
      this.content = content;
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
      return content;
    }
  }
}
