package io.raftbed.sim.agent;

import org.jspecify.annotations.Nullable;

/** Which classes belong to the program under test; all names are internal ones, with slashes. */
final class AppClasses {
  private static final String[] JDK = {"java/", "javax/", "jdk/", "sun/", "com/sun/"};

  private static final String OWN = "io/raftbed/";

  private static final String LAB = "io/raftbed/lab/";

  /** Parts of Raftbed that are treated as a student's code. */
  private static final String[] OWN_APPLICATIONS = {"/reference/", "/variants/", "/samples/"};

  /** Libraries that Raftbed and its tests run on, outside the simulation. */
  private static final String[] LIBRARIES = {
    "picocli/",
    "tools/jackson/",
    "org/snakeyaml/",
    "com/fasterxml/",
    "ch/qos/logback/",
    "org/slf4j/",
    "org/apache/logging/",
    "org/apache/commons/logging/",
    "org/junit/",
    "org/opentest4j/",
    "org/apiguardian/",
    "org/assertj/",
    "net/bytebuddy/",
    "org/apache/maven/",
    "com/tngtech/",
    "com/google/errorprone/",
    "org/jspecify/",
    "org/openjdk/jmh/",
    "com/intellij/rt/",
    "org/eclipse/jdt/internal/junit",
    "com/google/googlejavaformat/",
    "org/gradle/",
    "org/jacoco/"
  };

  private static final String GUAVA = "com/google/common/";

  /** Parts of Guava that read the clock, lock or make threads. */
  private static final String[] GUAVA_RUNTIME = {
    "com/google/common/util/concurrent/",
    "com/google/common/cache/",
    "com/google/common/base/Ticker",
    "com/google/common/base/Stopwatch"
  };

  private AppClasses() {}

  /** Returns whether a class comes with the JDK. */
  static boolean inJdk(String name) {
    return startsWithAny(name, JDK);
  }

  /** Returns whether a class of this loader is rewritten as it loads. */
  static boolean rewritten(@Nullable ClassLoader loader, String name) {
    return loader instanceof ProgramLoader || rewritten(name);
  }

  /** Returns whether a class is Raftbed's own, and no application of ours. */
  static boolean isRaftbed(String name) {
    return name.startsWith(OWN) && !isApplicationOfOurs(name);
  }

  /** Returns whether a class is Raftbed's own and no server may know it. */
  static boolean isHidden(String name) {
    return isRaftbed(name) && !name.startsWith(LAB);
  }

  /** Returns whether a class of this name is rewritten as it loads, whoever loads it. */
  static boolean rewritten(String name) {
    if (inJdk(name) || startsWithAny(name, LIBRARIES)) {
      return false;
    } else if (name.startsWith(OWN)) {
      return isApplicationOfOurs(name);
    }
    return !name.startsWith(GUAVA) || startsWithAny(name, GUAVA_RUNTIME);
  }

  /** Returns whether what a class uses can be refused. */
  static boolean refusable(String name) {
    return rewritten(name) && !name.startsWith(GUAVA);
  }

  private static boolean isApplicationOfOurs(String name) {
    for (String part : OWN_APPLICATIONS) {
      if (name.contains(part)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithAny(String name, String[] prefixes) {
    for (String prefix : prefixes) {
      if (name.startsWith(prefix)) {
        return true;
      }
    }
    return false;
  }
}
