package io.raftbed.sim.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Superclasses, read from class files: while a class is being defined, loading those it is made of
 * could go round in a circle. Classes of the JDK are never part of such a circle and are loaded.
 */
final class ClassHierarchy implements ClassHierarchyResolver {
  private static final ClassLoader PLATFORM = ClassLoader.getPlatformClassLoader();
  private static final String OBJECT = "java/lang/Object";

  private static final Map<String, Optional<Ancestry>> IN_JDK = new ConcurrentHashMap<>();

  private final @Nullable ClassLoader loader;
  private final Map<String, Optional<Ancestry>> outside = new HashMap<>();

  /** What one class inherits; the superclass is empty for Object alone. */
  private record Ancestry(boolean isInterface, String superclass, boolean ownHashCode) {}

  ClassHierarchy(@Nullable ClassLoader loader) {
    this.loader = loader;
  }

  /** Returns whether the classes are a program's that was brought along. */
  boolean isBrought() {
    return loader instanceof ProgramLoader;
  }

  @Override
  public ClassHierarchyInfo getClassInfo(ClassDesc type) {
    Ancestry found = ancestry(Names.internal(type)).orElse(null);
    if (found == null) {
      return ClassHierarchyInfo.ofClass(ConstantDescs.CD_Object); // a library that is left out
    } else if (found.isInterface) {
      return ClassHierarchyInfo.ofInterface();
    }
    return ClassHierarchyInfo.ofClass(
        found.superclass.isEmpty() ? null : ClassDesc.ofInternalName(found.superclass));
  }

  /** Returns the class itself or its closest superclass that comes with the JDK. */
  String closestInJdk(String name) {
    String next = name;
    while (!AppClasses.inJdk(next)) {
      next = ancestry(next).map(Ancestry::superclass).orElse(OBJECT);
    }
    return next;
  }

  /**
   * Returns whether the hash code of a class is Object's. False where rewriting gives the class a
   * repeatable one.
   */
  boolean inheritsIdentityHash(String name) {
    String next = name;
    while (!AppClasses.inJdk(next)) {
      Ancestry found = ancestry(next).orElse(null);
      if (found == null || found.ownHashCode || AppClasses.rewritten(next)) {
        return false;
      }
      next = found.superclass;
    }
    return next.equals(OBJECT)
        || Substitutes.forSubclasses(next) == null
            && load(next).filter(Hooks::overridesHashCode).isEmpty();
  }

  private Optional<Ancestry> ancestry(String name) {
    Map<String, Optional<Ancestry>> known = AppClasses.inJdk(name) ? IN_JDK : outside;
    Optional<Ancestry> found = known.get(name);
    if (found == null) {
      found = AppClasses.inJdk(name) ? loaded(name) : parsed(name);
      known.put(name, found);
    }
    return found;
  }

  private static Optional<Ancestry> loaded(String name) {
    return load(name)
        .map(type -> {
          Class<?> parent = type.getSuperclass();
          return new Ancestry(
              type.isInterface(), parent == null ? "" : Names.internal(parent), false);
        });
  }

  private static Optional<Class<?>> load(String name) {
    try {
      return Optional.of(Class.forName(name.replace('/', '.'), false, PLATFORM));
    } catch (ClassNotFoundException | LinkageError e) {
      return Optional.empty();
    }
  }

  private Optional<Ancestry> parsed(String name) {
    try (InputStream in = open(name + ".class")) {
      return in == null
          ? Optional.empty()
          : Optional.of(ancestry(ClassFile.of().parse(in.readAllBytes())));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static Ancestry ancestry(ClassModel model) {
    return new Ancestry(
        model.flags().has(AccessFlag.INTERFACE),
        model.superclass().map(entry -> entry.asInternalName()).orElse(""),
        declaresHashCode(model));
  }

  static boolean declaresHashCode(ClassModel model) {
    for (MethodModel method : model.methods()) {
      if (method.methodName().equalsString("hashCode") && method.methodType().equalsString("()I")) {
        return true;
      }
    }
    return false;
  }

  private @Nullable InputStream open(String resource) {
    return loader == null
        ? ClassLoader.getSystemResourceAsStream(resource)
        : loader.getResourceAsStream(resource);
  }
}
