package io.raftbed.sim.agent;

import java.lang.reflect.Array;
import java.util.Set;

/** Which objects of the JDK can change, so that sharing one couples replicas. */
final class Mutability {
  /** Packages whose classes hold state, all but {@link #FIXED}. */
  private static final String[] PACKAGES = {
    "java.util.",
    "java.util.concurrent.",
    "java.util.concurrent.atomic.",
    "java.util.concurrent.locks.",
    "java.io.",
    "java.nio.",
    "java.security.",
    "java.text."
  };

  private static final Set<String> TYPES =
      Set.of(
          "java.lang.StringBuilder",
          "java.lang.StringBuffer",
          "java.lang.Thread",
          "java.lang.ThreadGroup");

  /** Values, and views and collections that never change. */
  private static final String[] FIXED = {
    "java.util.Immutable",
    "java.util.Collections$Unmodifiable",
    "java.util.Collections$Empty",
    "java.util.Collections$Singleton",
    "java.util.Collections$CopiesList",
    "java.util.Collections$Reverse",
    "java.util.Optional",
    "java.util.UUID",
    "java.util.Locale",
    "java.util.Currency",
    "java.util.Objects",
    "java.util.Comparators",
    "java.util.KeyValueHolder",
    "java.util.HexFormat",
    "java.util.Base64",
    "java.util.SimpleTimeZone",
    "java.util.concurrent.TimeUnit",
    "java.util.AbstractMap$SimpleImmutableEntry",
    "java.util.EnumMap$Immutable",
    "java.io.ObjectStreamField",
    "java.io.File$",
    "java.nio.ByteOrder"
  };

  private Mutability() {}

  /** Returns whether a value can change, as far as classes outside the program make it up. */
  static boolean changes(Object value) {
    return value.getClass().isArray()
        ? Array.getLength(value) > 0
        : !(value instanceof Throwable) && changes(value.getClass());
  }

  private static boolean changes(Class<?> type) {
    for (Class<?> next = type; next != null; next = next.getSuperclass()) {
      String name = next.getName();
      if (TYPES.contains(name)) {
        return true;
      } else if (inStatefulPackage(name)) {
        return !next.isEnum() && !fixed(name);
      }
    }
    return false;
  }

  private static boolean inStatefulPackage(String name) {
    String start = name.substring(0, name.lastIndexOf('.') + 1);
    for (String each : PACKAGES) {
      if (start.equals(each)) {
        return true;
      }
    }
    return false;
  }

  private static boolean fixed(String name) {
    for (String each : FIXED) {
      if (name.startsWith(each)) {
        return true;
      }
    }
    return false;
  }
}
