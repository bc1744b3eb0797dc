package io.raftbed.sim.agent;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The one table of what a replica must not use, and what to use instead. */
final class Refusals {
  private static final String NETWORK =
      "nothing outside the simulation can be reached; send messages with Peer.call";
  private static final String DISK =
      "the real disk is not part of the simulation; keep state with Persister.save";
  private static final String PROCESS = "a replica is threads in one process; start a Thread";
  private static final String EXIT =
      "it would end the testbed; return from the thread, or throw, to end a replica's work";
  private static final String NATIVE = "native code cannot be simulated or stopped; use plain Java";
  private static final String INTERNAL = "it goes behind the simulation's back; use VarHandle";
  private static final String POOL =
      "its threads are shared by all runs in the JVM; use Executors.newFixedThreadPool";
  private static final String PARALLEL = "it runs on threads shared by all runs; use stream()";
  private static final String GARBAGE =
      "garbage collection decides when it acts; use an ordinary reference and release by hand";
  private static final String ADDRESSES =
      "its order follows memory addresses; use a HashMap: objects without equals are told apart";
  private static final String PLATFORM = "use new Thread(task) or Thread.ofVirtual()";
  private static final String STOPPED = "it is unsafe; use Thread.interrupt";
  private static final String CENSUS =
      "it sees threads of other runs; keep a list of the threads you start";
  private static final String GLOBAL =
      "all runs in the JVM share it; pass settings to the constructor";
  private static final String HANDLER =
      "all runs in the JVM share it; use Thread.setUncaughtExceptionHandler on the thread";
  private static final String STREAMS = "all runs in the JVM share it; print with System.out";
  private static final String INPUT = "nobody types during a run; receive a message instead";
  private static final String MEMORY = "memory sizes differ from run to run; use a constant";

  private static final Map<String, String> PACKAGES = new HashMap<>();
  private static final Map<String, String> TYPES = new HashMap<>();
  private static final Map<String, String> MEMBERS = new HashMap<>();
  private static final Set<String> MEMBER_NAMES = new HashSet<>();
  private static final Set<String> PURE =
      Set.of("java/net/URI", "java/net/URLEncoder", "java/net/URLDecoder", "java/net/IDN");

  static {
    outside();
    jvm();
    threads();
    references();
  }

  /**
   * Something that must not be used.
   *
   * @param what its name, as people write it
   * @param instead why, and what to use instead
   */
  record Refusal(String what, String instead) {}

  private Refusals() {}

  /** Returns why a member of a class must not be used, or null when it may be. */
  static @Nullable Refusal find(String owner, String name) {
    if (!AppClasses.inJdk(owner) || owner.endsWith("Exception") || owner.endsWith("Error")) {
      return null;
    }
    String outermost = Names.outermost(owner);
    String instead = TYPES.get(outermost);
    if (instead == null && !PURE.contains(outermost)) {
      instead = ofPackage(Names.packageOf(owner));
    }
    if (instead != null) {
      return new Refusal(Names.readable(owner), instead);
    }
    if (maybeInherited(name)) {
      instead = name.startsWith("parallel") ? parallel(owner) : MEMBERS.get(owner + "." + name);
    }
    return instead == null ? null : new Refusal(Names.readable(owner) + "." + name, instead);
  }

  /** Returns whether the table names a method like this, of whatever class. */
  static boolean maybeInherited(String name) {
    return MEMBER_NAMES.contains(name);
  }

  private static @Nullable String ofPackage(String name) {
    String instead = PACKAGES.get(name);
    return instead == null && name.startsWith("jdk/internal/") ? INTERNAL : instead;
  }

  /** Any collection and any kind of stream can be asked to be parallel. */
  private static @Nullable String parallel(String owner) {
    return owner.startsWith("java/util/") ? PARALLEL : null;
  }

  private static void outside() {
    packages(NETWORK, "java/net", "java/net/http", "java/nio/channels", "java/nio/channels/spi");
    packages(NETWORK, "javax/net", "javax/net/ssl", "javax/naming", "java/rmi", "java/sql");
    packages(NETWORK, "com/sun/net/httpserver", "javax/management", "java/lang/management");
    types(DISK, "java/nio/file/Files", "java/nio/file/FileSystems", "java/nio/file/FileSystem");
    types(DISK, "java/io/File", "java/io/FileDescriptor", "java/io/RandomAccessFile");
    types(DISK, "java/io/FileInputStream", "java/io/FileOutputStream");
    types(DISK, "java/io/FileReader", "java/io/FileWriter");
    types(INPUT, "java/io/Console");
    members(INPUT, "java/lang/System", "in", "console");
    types(PROCESS, "java/lang/Process", "java/lang/ProcessBuilder", "java/lang/ProcessHandle");
    members(PROCESS, "java/lang/Runtime", "exec");
  }

  private static void jvm() {
    members(EXIT, "java/lang/System", "exit");
    members(EXIT, "java/lang/Runtime", "exit", "halt", "addShutdownHook", "removeShutdownHook");
    members(NATIVE, "java/lang/System", "load", "loadLibrary");
    members(NATIVE, "java/lang/Runtime", "load", "loadLibrary");
    packages(NATIVE, "java/lang/foreign");
    packages(INTERNAL, "java/lang/instrument", "sun/reflect", "com/sun/tools/attach");
    types(INTERNAL, "sun/misc/Unsafe", "sun/misc/Signal");
    members(STREAMS, "java/lang/System", "setOut", "setErr", "setIn");
    members(GLOBAL, "java/lang/System", "setProperty", "setProperties", "clearProperty");
    members(GLOBAL, "java/util/Locale", "setDefault");
    members(GLOBAL, "java/util/TimeZone", "setDefault");
    members(MEMORY, "java/lang/Runtime", "totalMemory", "freeMemory", "maxMemory");
  }

  private static void threads() {
    String thread = "java/lang/Thread";
    members(PLATFORM, thread, "ofPlatform");
    members(STOPPED, thread, "stop", "suspend", "resume");
    members(CENSUS, thread, "getAllStackTraces", "enumerate", "activeCount");
    members(CENSUS, "java/lang/ThreadGroup", "enumerate", "activeCount", "list", "interrupt");
    members(HANDLER, thread, "setDefaultUncaughtExceptionHandler");
    String concurrent = "java/util/concurrent/";
    types(POOL, concurrent + "ForkJoinPool", concurrent + "ForkJoinTask");
    types(POOL, concurrent + "RecursiveTask", concurrent + "RecursiveAction");
    types(POOL, concurrent + "CountedCompleter", concurrent + "ForkJoinWorkerThread");
    members(POOL, concurrent + "Executors", "newWorkStealingPool");
    members(
        "it starts platform threads; use Executors.newVirtualThreadPerTaskExecutor",
        concurrent + "Executors",
        "newThreadPerTaskExecutor");
    members(PARALLEL, "java/util/Arrays", "parallelSort", "parallelPrefix", "parallelSetAll");
    MEMBER_NAMES.add("parallelStream");
    MEMBER_NAMES.add("parallel");
  }

  private static void references() {
    packages(GARBAGE, "java/lang/ref");
    types(GARBAGE, "java/util/WeakHashMap");
    types(ADDRESSES, "java/util/IdentityHashMap");
    members(GARBAGE, "java/lang/System", "gc", "runFinalization");
    members(GARBAGE, "java/lang/Runtime", "gc", "runFinalization");
  }

  /** Returns why a class must not declare a method, or null when it may. */
  static @Nullable Refusal ofDeclaration(String type, String name, String desc, boolean isNative) {
    String what = Names.simple(type) + "." + name;
    if (isNative) {
      return new Refusal("native method " + what, NATIVE);
    }
    return name.equals("finalize") && desc.equals("()V")
        ? new Refusal("finalizer " + what, GARBAGE)
        : null;
  }

  /** Returns why a static field must not be written after its class was initialised. */
  static Refusal ofStaticWrite(String owner, String name) {
    return new Refusal(
        "writing static field " + Names.simple(owner) + "." + name,
        "all replicas share it; make it a field of the instance");
  }

  private static void packages(String instead, String... names) {
    for (String name : names) {
      PACKAGES.put(name, instead);
    }
  }

  private static void types(String instead, String... names) {
    for (String name : names) {
      TYPES.put(name, instead);
    }
  }

  private static void members(String instead, String owner, String... names) {
    for (String name : names) {
      MEMBERS.put(owner + "." + name, instead);
      MEMBER_NAMES.add(name);
    }
  }
}
