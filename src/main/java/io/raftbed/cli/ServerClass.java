package io.raftbed.cli;

import io.raftbed.lab.RaftFactory;
import io.raftbed.sim.agent.ProgramLoader;
import io.raftbed.suite.NearestNames;
import java.lang.reflect.Modifier;
import java.util.List;

/** Finds the class that makes servers; whatever is wrong with it is told in one sentence. */
final class ServerClass {

  private static final String LAB = "io.raftbed.lab.";
  private static final int NEAREST = 3;

  private final ClassPath path;
  private final String name;

  private ServerClass(ClassPath path, String name) {
    this.path = path;
    this.name = name;
  }

  /**
   * A class that makes servers.
   *
   * @param type the class, not initialised
   * @param factory makes a server at each boot
   */
  record Found(Class<?> type, RaftFactory factory) {}

  /**
   * Finds a class.
   *
   * @throws IllegalArgumentException when there is none of that name that makes servers
   */
  static Found find(ClassPath path, String name) {
    return new ServerClass(path, name).find();
  }

  private Found find() {
    List<String> names = path.classNames();
    names.stream()
        .filter(found -> found.startsWith(LAB))
        .findFirst()
        .ifPresent(found -> {
          throw wrong(
              "--classpath holds " + found + "; leave the lab API out, Raftbed brings its own");
        });
    if (!names.contains(name)) {
      throw noSuchClass(names);
    }
    try {
      return door(load());
    } catch (LinkageError e) {
      throw wrong(name + " cannot be loaded: " + e.getMessage());
    }
  }

  private IllegalArgumentException noSuchClass(List<String> names) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    List<String> sameName =
        names.stream().filter(found -> found.endsWith("." + simple)).limit(NEAREST).toList();
    List<String> nearest = sameName.isEmpty() ? NearestNames.of(name, names, NEAREST) : sameName;
    return wrong(
        "there is no class \"%s\" on %s%s"
            .formatted(
                name,
                path.text(),
                nearest.isEmpty()
                    ? ", and no other class"
                    : ". Nearest: " + String.join(", ", nearest)));
  }

  private Class<?> load() {
    if (!ProgramLoader.mayBring(name)) {
      throw wrong(name + " is in a package of the JDK or of Raftbed; use a package of your own");
    }
    try {
      return path.loader().loadClass(name);
    } catch (ClassNotFoundException e) {
      throw wrong(name + " cannot be read: " + e.getMessage());
    } catch (UnsupportedClassVersionError e) {
      throw wrong(
          "%s is compiled for a newer Java: %s. Compile with --release %d"
              .formatted(name, e.getMessage(), Runtime.version().feature()));
    } catch (NoClassDefFoundError e) {
      throw wrong(missing(String.valueOf(e.getMessage())));
    }
  }

  /** The JVM says "a/B (wrong name: b/B)" or just the class that is missing. */
  private String missing(String message) {
    int wrongName = message.indexOf("wrong name: ");
    if (wrongName >= 0) {
      String real = message.substring(wrongName + "wrong name: ".length()).replace(")", "");
      return "the class file of %s is %s; give the folder that its package begins in"
          .formatted(name, real.replace('/', '.'));
    }
    return "%s needs %s, which is not on %s"
        .formatted(name, message.replace('/', '.'), path.text());
  }

  private Found door(Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getDeclaringClass()) {
      if (!Modifier.isPublic(each.getModifiers())) {
        throw wrong(each.getName() + " is not public; Raftbed cannot call it");
      }
    }
    return Door.of(type)
        .map(factory -> new Found(type, factory))
        .orElseThrow(() ->
            wrong(
                "%s %s. It needs %s"
                    .formatted(
                        name,
                        Modifier.isAbstract(type.getModifiers())
                            ? "is abstract and makes no servers"
                            : "makes no servers",
                        Door.FORMS)));
  }

  private static IllegalArgumentException wrong(String message) {
    return new IllegalArgumentException("--raft: " + message);
  }
}
