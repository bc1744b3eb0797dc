package io.raftbed.sim.agent;

import java.lang.instrument.Instrumentation;
import java.lang.instrument.UnmodifiableClassException;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Patches the JDK classes through which time, threads and chance enter, and rewrites application
 * classes as they load.
 */
public final class Agent {
  private static final int FEATURE = 25;

  private static @Nullable Instrumentation instrumentation;
  private static @Nullable JdkPatches patches;

  private Agent() {}

  /** Called by {@code -javaagent}: the program may load application classes at once. */
  public static void premain(String args, Instrumentation given) {
    remember(given);
    install();
  }

  /**
   * Called by {@code java -jar}, through the manifest's Launcher-Agent-Class. Patching takes as
   * long as the rest of the start and is left to the commands that simulate.
   */
  public static void agentmain(String args, Instrumentation given) {
    remember(given);
  }

  private static synchronized void remember(Instrumentation given) {
    instrumentation = given;
    // Dropped threads of a crashed server are garbage only when the JDK does not track them; it
    // asks when the first virtual thread is made.
    System.setProperty("jdk.trackAllThreads", "false");
  }

  /**
   * Patches the JDK and has application classes rewritten from now on; does nothing the second
   * time. Must run before the first application class is loaded.
   *
   * @throws UnsupportedJdkException if the JDK is not the one whose methods the patches fit
   * @throws IllegalStateException if the JVM runs without the agent, or an application class has
   *     been loaded already
   */
  public static synchronized void install() {
    if (patches != null) {
      return;
    }
    Instrumentation jvm = instrumentation;
    if (jvm == null) {
      throw new IllegalStateException(
          "Raftbed's agent is not running: start with java -jar raftbed.jar or"
              + " -javaagent:raftbed.jar");
    }
    if (Runtime.version().feature() != FEATURE) {
      // Scheduler inheritance and the patched methods are those of JDK 25; others differ.
      throw new UnsupportedJdkException("Raftbed runs on JDK 25");
    }
    requireNoApplicationClass(jvm);
    try {
      open(jvm);
      JdkPatches made = new JdkPatches(jdkPatches());
      install(jvm, made);
      patches = made;
    } catch (IllegalAccessException | UnmodifiableClassException e) {
      throw new UnsupportedJdkException("this JDK cannot be patched: " + e);
    }
    requireKnownJdk();
  }

  private static void install(Instrumentation jvm, JdkPatches patches)
      throws IllegalAccessException, UnmodifiableClassException {
    TrustedLookup.get().defineClass(JdkHook.classFile());
    jvm.addTransformer(patches, true);
    jvm.retransformClasses(classes(patches.types(), false));
    // One that is initialised inside a simulation would draw from its chance, and in one run only.
    classes(patches.types(), true);
    jvm.addTransformer(new AppTransformer(ApplicationClasses.registry()), false);
    Thread.setDefaultUncaughtExceptionHandler(Agent::uncaught);
  }

  /**
   * Fails when the JDK is not patched, or a JDK class that has been loaded so far does not have the
   * shape that its patch expects: what ran then would not be decided by the seed.
   *
   * @throws IllegalStateException with one clear line
   */
  public static synchronized void requireKnownJdk() {
    if (patches == null) {
      throw new IllegalStateException("a simulation was started before the JDK was patched");
    }
    patches.requireAllApplied();
  }

  private static void requireNoApplicationClass(Instrumentation jvm) {
    for (Class<?> type : jvm.getAllLoadedClasses()) {
      if (type.getClassLoader() != null
          && !type.isArray()
          && !type.isHidden()
          && AppClasses.refusable(Names.internal(type))) {
        throw new IllegalStateException(
            type.getName() + " was loaded before the JDK was patched, so it cannot be simulated");
      }
    }
  }

  private static void uncaught(Thread thread, Throwable exception) {
    Carrier carrier = Carrier.current();
    if (carrier != null && thread.isVirtual()) {
      carrier.uncaught(thread, exception);
    } else {
      exception.printStackTrace();
    }
  }

  private static List<JdkPatch> jdkPatches() {
    List<JdkPatch> all = new ArrayList<>(JdkPatchTable.patches());
    if (!isObserved()) {
      all.addAll(MountPatches.patches());
    }
    return all;
  }

  /** Whether the JVM was started with a debugger or profiler, which follows virtual threads. */
  private static boolean isObserved() {
    return Stream.of(VmArguments.get())
        .anyMatch(
            argument -> argument.startsWith("-agentlib:") || argument.startsWith("-agentpath:"));
  }

  private static void open(Instrumentation jvm) throws IllegalAccessException {
    Module base = Object.class.getModule();
    Set<Module> here = Set.of(Agent.class.getModule());
    jvm.redefineModule(
        base,
        Set.of(),
        Map.of(),
        Map.of(
            "java.lang", here,
            "java.util", here,
            "java.util.concurrent", here,
            "java.util.concurrent.atomic", here,
            "java.util.concurrent.locks", here,
            "jdk.internal.misc", here,
            "jdk.internal.vm", here),
        Set.of(),
        Map.of());
    TrustedLookup.set(MethodHandles.privateLookupIn(Thread.class, MethodHandles.lookup()));
  }

  private static Class<?>[] classes(Set<String> types, boolean initialized) {
    return types.stream().map(type -> named(type, initialized)).toArray(Class<?>[]::new);
  }

  private static Class<?> named(String type, boolean initialized) {
    try {
      return Class.forName(type.replace('/', '.'), initialized, null);
    } catch (ClassNotFoundException e) {
      throw new UnsupportedJdkException("this JDK has no class " + type);
    }
  }
}
