package io.raftbed.sim.agent;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** What was refused in the classes that were rewritten so far. */
final class RefusalRegistry {
  /** Loaders are held weakly: a program that nobody runs any more can be unloaded. */
  private final Map<ClassLoader, Map<String, List<Refused>>> byLoader =
      Collections.synchronizedMap(new WeakHashMap<>());

  void put(@Nullable ClassLoader loader, String className, List<Refused> refused) {
    if (loader != null && !refused.isEmpty()) {
      byLoader
          .computeIfAbsent(loader, key -> new ConcurrentHashMap<>())
          .put(className, List.copyOf(refused));
    }
  }

  /** Returns what was refused in a class, in the order of its methods. */
  List<Refused> of(Class<?> type) {
    ClassLoader loader = type.getClassLoader();
    Map<String, List<Refused>> ofLoader = loader == null ? null : byLoader.get(loader);
    return ofLoader == null ? List.of() : ofLoader.getOrDefault(type.getName(), List.of());
  }
}
