package io.raftbed.sim.agent;

import java.lang.instrument.Instrumentation;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Starts with the JVM: patches the JDK classes through which time, threads and chance enter, and
 * rewrites application classes as they load.
 */
public final class Agent {
  private static final int FEATURE = 25;
  private static final JdkPatches PATCHES = new JdkPatches();

  private Agent() {}

  /** Called by {@code -javaagent}. */
  public static void premain(String args, Instrumentation instrumentation) throws Exception {
    install(instrumentation);
  }

  /** Called by {@code java -jar}, through the manifest's Launcher-Agent-Class. */
  public static void agentmain(String args, Instrumentation instrumentation) throws Exception {
    install(instrumentation);
  }

  private static void install(Instrumentation instrumentation) throws Exception {
    if (Runtime.version().feature() != FEATURE) {
      // Scheduler inheritance and the patched methods are those of JDK 25; others differ.
      throw new UnsupportedOperationException(
          "Raftbed runs on JDK 25; this is " + Runtime.version() + ". Get one at adoptium.net");
    }
    // Dropped threads of a crashed server are garbage only when the JDK does not track them.
    System.setProperty("jdk.trackAllThreads", "false");
    open(instrumentation);
    MethodHandles.Lookup lookup =
        MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup());
    TrustedLookup.set(lookup);
    lookup.defineClass(JdkHook.classFile());
    instrumentation.addTransformer(PATCHES, true);
    instrumentation.retransformClasses(loaded(instrumentation));
    requireKnownJdk();
    instrumentation.addTransformer(new AppTransformer(ApplicationClasses.registry()), false);
    Thread.setDefaultUncaughtExceptionHandler(Agent::uncaught);
  }

  /**
   * Fails when a JDK class that has been loaded so far does not have the shape that its patch
   * expects: what ran then would not be decided by the seed.
   *
   * @throws IllegalStateException with one clear line
   */
  public static void requireKnownJdk() {
    PATCHES.requireAllApplied();
  }

  private static void uncaught(Thread thread, Throwable exception) {
    Carrier carrier = Carrier.current();
    if (carrier != null && thread.isVirtual()) {
      carrier.uncaught(thread, exception);
    } else {
      exception.printStackTrace();
    }
  }

  private static void open(Instrumentation instrumentation) {
    Module base = Object.class.getModule();
    Set<Module> here = Set.of(Agent.class.getModule());
    instrumentation.redefineModule(
        base,
        Set.of(),
        Map.of(),
        Map.of(
            "java.lang", here,
            "java.util.concurrent", here,
            "java.util.concurrent.locks", here,
            "jdk.internal.vm", here),
        Set.of(),
        Map.of());
  }

  private static Class<?>[] loaded(Instrumentation instrumentation) {
    List<Class<?>> classes = new ArrayList<>();
    for (Class<?> type : instrumentation.getAllLoadedClasses()) {
      if (type.getClassLoader() == null
          && !type.isArray()
          && PATCHES.concerns(type.getName().replace('.', '/'))) {
        classes.add(type);
      }
    }
    return classes.toArray(new Class<?>[0]);
  }
}
