package io.raftbed.sim.agent;

import java.util.ArrayList;
import java.util.List;

/** The one table of what a replica must not use, and what to use instead. */
final class RefusalRules {
  private static final String NETWORK =
      "nothing outside the simulation can be reached; send messages with Peer.call";
  private static final String DISK =
      "the real disk is not part of the simulation; keep state with Persister.save";
  private static final String PROCESS = "a replica is threads in one process; start a Thread";
  private static final String EXIT =
      "it would end the testbed; return from the thread, or throw, to end a replica's work";
  static final String NATIVE = "native code cannot be simulated or stopped; use plain Java";
  static final String INTERNAL = "it goes behind the simulation's back; use VarHandle";
  private static final String POOL =
      "its threads are shared by all runs in the JVM; use Executors.newFixedThreadPool";
  static final String PARALLEL = "it runs on threads shared by all runs; use stream()";
  static final String GARBAGE =
      "garbage collection decides when it acts; use an ordinary reference and release by hand";
  private static final String ADDRESSES =
      "its order follows memory addresses; use a HashMap: objects without equals are told apart";
  private static final String PLATFORM =
      "a simulation has none; use new Thread(task) or Thread.ofVirtual()";
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
  static final String REFLECTION =
      "it reaches what the simulation keeps apart; use plain calls and new";
  static final String SHARED = "all replicas share it; make it a field of the instance";
  static final String RAFTBED = "a server sees the lab API alone; use io.raftbed.lab";
  private static final String LOADING =
      "classes that are made during a run are loaded by nobody else; write them as source";

  /** What a rule names. */
  enum Scope {
    /** All classes of packages, but for some. */
    PACKAGES,
    /** Classes with all that is nested in them. */
    CLASSES,
    /** Methods, fields and all constructors of one class. */
    MEMBERS,
    /** Constructors of one class, told apart by their first parameter. */
    CONSTRUCTORS,
    /** Names are words for what cannot be named. */
    WORDS
  }

  /**
   * One row of the table.
   *
   * @param scope what the names are
   * @param owner the class of members or constructors, by its internal name; empty for other scopes
   * @param names internal names of packages, of classes or of first parameters' classes, or plain
   *     ones of members
   * @param instead why, and what to use instead
   */
  record Rule(Scope scope, String owner, List<String> names, String instead) {}

  /** Classes of refused packages that do nothing outside themselves. */
  static final List<String> PURE =
      List.of("java/net/URI", "java/net/URLEncoder", "java/net/URLDecoder", "java/net/IDN");

  private static final List<Rule> ALL = new ArrayList<>();

  static {
    outside();
    jvm();
    reflection();
    threads();
    references();
  }

  private RefusalRules() {}

  /** Returns the rules, in the order of the page that lists them. */
  static List<Rule> all() {
    return ALL;
  }

  private static void outside() {
    packages(NETWORK, "java/net", "java/net/http", "java/nio/channels", "java/nio/channels/spi");
    packages(NETWORK, "javax/net", "javax/net/ssl", "javax/naming", "java/rmi", "java/sql");
    packages(NETWORK, "com/sun/net/httpserver", "javax/management", "java/lang/management");
    types(DISK, "java/nio/file/Files", "java/nio/file/FileSystems", "java/nio/file/FileSystem");
    types(DISK, "java/io/File", "java/io/FileDescriptor", "java/io/RandomAccessFile");
    types(DISK, "java/io/FileInputStream", "java/io/FileOutputStream");
    types(DISK, "java/io/FileReader", "java/io/FileWriter", "java/util/Formatter");
    types(DISK, "java/util/zip/ZipFile", "java/util/jar/JarFile");
    types(DISK, "java/util/logging/FileHandler", "java/util/logging/SocketHandler");
    packages(DISK, "java/nio/file/spi", "java/util/prefs", "javax/imageio", "javax/imageio/stream");
    constructors(DISK, "java/io/PrintWriter", "java/lang/String", "java/io/File");
    constructors(DISK, "java/io/PrintStream", "java/lang/String", "java/io/File");
    constructors(DISK, "java/util/Scanner", "java/nio/file/Path", "java/io/File");
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
    words(NATIVE, "native methods");
    packages(INTERNAL, "java/lang/instrument", "sun/reflect", "com/sun/tools/attach");
    types(INTERNAL, "sun/misc/Unsafe", "sun/misc/Signal");
    words(INTERNAL, "all of jdk.internal");
    members(STREAMS, "java/lang/System", "setOut", "setErr", "setIn");
    members(GLOBAL, "java/lang/System", "setProperty", "setProperties", "clearProperty");
    members(GLOBAL, "java/util/Locale", "setDefault");
    members(GLOBAL, "java/util/TimeZone", "setDefault");
    members(MEMORY, "java/lang/Runtime", "totalMemory", "freeMemory", "maxMemory");
  }

  private static void reflection() {
    members(LOADING, "java/lang/ClassLoader", "<init>", "defineClass");
    String lookup = "java/lang/invoke/MethodHandles$Lookup";
    members(LOADING, lookup, "defineClass", "defineHiddenClass", "defineHiddenClassWithClassData");
    members(REFLECTION, "java/lang/Class", "newInstance");
    members(REFLECTION, lookup, "revealDirect");
    words(REFLECTION, "any of these by reflection", "members of the JDK that are not public");
    words(REFLECTION, "by reflection: methods that a simulation replaces, as System.nanoTime");
    words(REFLECTION, "method references to methods that look up members, as Class::getMethods");
    words(RAFTBED, "all of io.raftbed but io.raftbed.lab");
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
    members(PARALLEL, "java/util/Collection", "parallelStream");
    members(PARALLEL, "java/util/stream/BaseStream", "parallel");
  }

  private static void references() {
    packages(GARBAGE, "java/lang/ref");
    types(GARBAGE, "java/util/WeakHashMap");
    types(ADDRESSES, "java/util/IdentityHashMap");
    members(GARBAGE, "java/lang/System", "gc", "runFinalization");
    members(GARBAGE, "java/lang/Runtime", "gc", "runFinalization");
    words(GARBAGE, "finalizers");
    words(SHARED, "writing a static field when its class is initialised");
    words(SHARED, "static fields whose value can change", "threads of static initialisers");
  }

  private static void words(String instead, String... names) {
    ALL.add(new Rule(Scope.WORDS, "", List.of(names), instead));
  }

  private static void packages(String instead, String... names) {
    ALL.add(new Rule(Scope.PACKAGES, "", List.of(names), instead));
  }

  private static void types(String instead, String... names) {
    ALL.add(new Rule(Scope.CLASSES, "", List.of(names), instead));
  }

  private static void members(String instead, String owner, String... names) {
    ALL.add(new Rule(Scope.MEMBERS, owner, List.of(names), instead));
  }

  private static void constructors(String instead, String owner, String... firstParameters) {
    ALL.add(new Rule(Scope.CONSTRUCTORS, owner, List.of(firstParameters), instead));
  }
}
