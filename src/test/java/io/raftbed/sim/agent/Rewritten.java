package io.raftbed.sim.agent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.List;

/**
 * Sample classes, each loaded anew: the running agent rewrites them. Beside it a transformer of the
 * loader's own shows what it makes of them.
 */
final class Rewritten extends ClassLoader {
  private static final String SAMPLES = "io.raftbed.sim.agent.samples.";

  private final RefusalRegistry registry = new RefusalRegistry();
  private final AppTransformer transformer = new AppTransformer(registry);

  Rewritten() {
    super(Rewritten.class.getClassLoader());
  }

  /** Calls a static method of a sample. */
  Object call(Class<?> sample, String method, Object... arguments) throws Exception {
    for (Method each : load(sample).getMethods()) {
      if (each.getName().equals(method)) {
        try {
          return each.invoke(null, arguments);
        } catch (InvocationTargetException e) {
          throw e.getCause() instanceof Exception cause ? cause : e;
        }
      }
    }
    throw new NoSuchMethodException(method);
  }

  Class<?> load(Class<?> sample) throws ClassNotFoundException {
    return loadClass(sample.getName());
  }

  List<Refused> refused(Class<?> sample) throws ClassNotFoundException {
    return registry.of(load(sample));
  }

  @Override
  protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
    synchronized (getClassLoadingLock(name)) {
      Class<?> loaded = findLoadedClass(name);
      return loaded != null || !name.startsWith(SAMPLES)
          ? loaded != null ? loaded : super.loadClass(name, resolve)
          : define(name);
    }
  }

  private Class<?> define(String name) throws ClassNotFoundException {
    byte[] original = read(name.replace('.', '/'));
    byte[] rewritten = transformer.transform(this, name.replace('.', '/'), null, null, original);
    ClassFile format =
        ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(new ClassHierarchy(this)));
    if (rewritten != null) {
      assertThat(format.verify(rewritten)).as(name).isEmpty();
    }
    return defineClass(name, original, 0, original.length);
  }

  private byte[] read(String internal) throws ClassNotFoundException {
    try (InputStream in = getResourceAsStream(internal + ".class")) {
      if (in == null) {
        throw new ClassNotFoundException(internal);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
