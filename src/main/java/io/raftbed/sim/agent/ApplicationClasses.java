package io.raftbed.sim.agent;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.constantpool.ClassEntry;
import java.lang.classfile.constantpool.PoolEntry;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Loads the classes of a program before it runs. A class initialiser that waits inside a simulation
 * would hold the carrier, and would run for one replica on behalf of all.
 */
public final class ApplicationClasses {
  private static final RefusalRegistry REGISTRY = new RefusalRegistry();

  private final Map<String, Class<?>> found = new LinkedHashMap<>();
  private final Deque<Class<?>> unread = new ArrayDeque<>();

  private ApplicationClasses() {}

  static RefusalRegistry registry() {
    return REGISTRY;
  }

  /**
   * Loads the class and all classes of the program that it can reach by name, and initialises them
   * when nothing is refused in them. Must run outside any simulation.
   *
   * @return what is refused, in the order in which the classes name each other, and what failed
   */
  public static LoadedProgram load(Class<?> root) {
    ApplicationClasses classes = new ApplicationClasses();
    classes.reach(root);
    List<Refused> refused = new ArrayList<>();
    for (Class<?> type : classes.found.values()) {
      refused.addAll(REGISTRY.of(type));
    }
    if (!refused.isEmpty()) {
      return new LoadedProgram(refused, Optional.empty());
    }
    Optional<InitialiserFailure> failure =
        InitialiserThread.initialise(List.copyOf(classes.found.values()));
    if (failure.isEmpty()) {
      for (Class<?> type : classes.found.values()) {
        refused.addAll(SharedStatics.of(type));
      }
    }
    return new LoadedProgram(refused, failure);
  }

  private void reach(Class<?> root) {
    add(root);
    for (Class<?> type = unread.poll(); type != null; type = unread.poll()) {
      ClassModel model = read(type).orElse(null);
      if (model != null) {
        reachFrom(type, model);
      }
    }
  }

  private void reachFrom(Class<?> type, ClassModel model) {
    for (PoolEntry entry : model.constantPool()) {
      if (entry instanceof ClassEntry reference) {
        String name = elementType(reference.asInternalName());
        if (!name.isEmpty() && AppClasses.rewritten(type.getClassLoader(), name)) {
          reach(name.replace('/', '.'), type.getClassLoader());
        }
      }
    }
  }

  private void reach(String name, ClassLoader loader) {
    if (!found.containsKey(name)) {
      try {
        Class<?> type = Class.forName(name, false, loader);
        if (AppClasses.rewritten(type.getClassLoader(), Names.internal(type))) {
          add(type);
        }
      } catch (ClassNotFoundException | LinkageError e) {
        // A library may name a class that it can do without; if not, its use will tell.
      }
    }
  }

  private void add(Class<?> type) {
    if (found.putIfAbsent(type.getName(), type) == null) {
      unread.add(type);
    }
  }

  static Optional<ClassModel> read(Class<?> type) {
    String resource = Names.internal(type) + ".class";
    try (InputStream in = type.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(ClassFile.of().parse(in.readAllBytes()));
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** Returns the class that an array is made of; empty for an array of numbers. */
  private static String elementType(String internal) {
    if (!internal.startsWith("[")) {
      return internal;
    }
    int start = internal.lastIndexOf('[') + 1;
    return internal.charAt(start) == 'L'
        ? internal.substring(start + 1, internal.length() - 1)
        : "";
  }
}
