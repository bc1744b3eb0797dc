package io.raftbed.cli;

import io.raftbed.sim.agent.ProgramLoader;
import io.raftbed.suite.NearestNames;
import java.lang.reflect.Modifier;
import java.util.List;

/**
 * Finds the class that makes servers, or whatever else an option asks for; whatever is wrong with
 * it is told in one sentence.
 */
final class ServerClass {

  private static final String LAB = "io.raftbed.lab.";
  private static final int NEAREST = 3;

  private final ClassPath path;
  private final ProgramLoader loader;

  /**
   * Looks on a class path.
   *
   * @param loader loads all that is found, so that classes know each other
   */
  ServerClass(ClassPath path, ProgramLoader loader) {
    this.path = path;
    this.loader = loader;
  }

  /**
   * Finds a class.
   *
   * @param option the option that names it
   * @throws IllegalArgumentException when there is none of that name that can be called
   */
  Class<?> find(String option, String name) {
    List<String> names = path.classNames();
    names.stream()
        .filter(found -> found.startsWith(LAB))
        .findFirst()
        .ifPresent(found -> {
          throw wrong(
              option,
              "--classpath holds " + found + "; leave the lab API out, Raftbed brings its own");
        });
    if (!names.contains(name)) {
      throw wrong(option, noSuchClass(name, names));
    }
    try {
      Class<?> type = load(option, name);
      requirePublic(option, type);
      return type;
    } catch (LinkageError e) {
      throw wrong(option, name + " cannot be loaded: " + e.getMessage());
    }
  }

  /**
   * Returns what makes servers, or whatever a door is for.
   *
   * @throws IllegalArgumentException when the class makes none
   */
  static <F> F through(Door<F> door, String option, Class<?> type) {
    try {
      return door.of(type)
          .orElseThrow(() ->
              wrong(
                  option,
                  "%s %s. It needs %s"
                      .formatted(
                          type.getName(),
                          Modifier.isAbstract(type.getModifiers())
                              ? "is abstract and makes no " + door.makes()
                              : "makes no " + door.makes(),
                          door.forms())));
    } catch (LinkageError e) {
      throw wrong(option, type.getName() + " cannot be loaded: " + e.getMessage());
    }
  }

  private String noSuchClass(String name, List<String> names) {
    String simple = name.substring(name.lastIndexOf('.') + 1);
    List<String> sameName =
        names.stream().filter(found -> found.endsWith("." + simple)).limit(NEAREST).toList();
    List<String> nearest = sameName.isEmpty() ? NearestNames.of(name, names, NEAREST) : sameName;
    return "there is no class \"%s\" on %s%s"
        .formatted(
            name,
            path.text(),
            nearest.isEmpty()
                ? ", and no other class"
                : ". Nearest: " + String.join(", ", nearest));
  }

  private Class<?> load(String option, String name) {
    if (!ProgramLoader.mayBring(name)) {
      throw wrong(
          option, name + " is in a package of the JDK or of Raftbed; use a package of your own");
    }
    try {
      return loader.loadClass(name);
    } catch (ClassNotFoundException e) {
      throw wrong(option, name + " cannot be read: " + e.getMessage());
    } catch (UnsupportedClassVersionError e) {
      throw wrong(
          option,
          "%s is compiled for a newer Java: %s. Compile with --release %d"
              .formatted(name, e.getMessage(), Runtime.version().feature()));
    } catch (NoClassDefFoundError e) {
      throw wrong(option, missing(name, String.valueOf(e.getMessage())));
    }
  }

  /** The JVM says "a/B (wrong name: b/B)" or just the class that is missing. */
  private String missing(String name, String message) {
    int wrongName = message.indexOf("wrong name: ");
    if (wrongName >= 0) {
      String real = message.substring(wrongName + "wrong name: ".length()).replace(")", "");
      return "the class file of %s is %s; give the folder that its package begins in"
          .formatted(name, real.replace('/', '.'));
    }
    return "%s needs %s, which is not on %s"
        .formatted(name, message.replace('/', '.'), path.text());
  }

  private static void requirePublic(String option, Class<?> type) {
    for (Class<?> each = type; each != null; each = each.getDeclaringClass()) {
      if (!Modifier.isPublic(each.getModifiers())) {
        throw wrong(option, each.getName() + " is not public; Raftbed cannot call it");
      }
    }
  }

  private static IllegalArgumentException wrong(String option, String message) {
    return new IllegalArgumentException(option + ": " + message);
  }
}
