package io.raftbed.sim.agent;

import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rewrites the classes of the program under test as they load. */
final class AppTransformer implements ClassFileTransformer {
  private final RefusalRegistry registry;

  AppTransformer(RefusalRegistry registry) {
    this.registry = registry;
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String name,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (loader == null || name == null || !AppClasses.rewritten(loader, name)) {
      return null;
    }
    String binaryName = name.replace('/', '.');
    try {
      ClassRewriter.Result result = ClassRewriter.rewrite(bytes, new ClassHierarchy(loader));
      registry.put(loader, binaryName, result.refused());
      return result.bytes();
    } catch (RuntimeException | LinkageError e) {
      // The JVM would keep quiet about it and run the class as it is, outside our control.
      registry.put(loader, binaryName, List.of(unreadable(binaryName, e)));
      return null;
    }
  }

  private static Refused unreadable(String name, Throwable cause) {
    return new Refused(
        name, name, 0, "a class file that cannot be rewritten", "compile it anew (" + cause + ")");
  }
}
