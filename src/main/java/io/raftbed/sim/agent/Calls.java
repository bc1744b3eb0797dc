package io.raftbed.sim.agent;

import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The methods that rewritten classes call a static hook for. */
final class Calls {
  /** A static method; it takes the receiver of an instance method as its first parameter. */
  record Hook(ClassDesc owner, String name, MethodTypeDesc type) {
    static Hook of(Class<?> owner, String name, String descriptor) {
      return new Hook(ClassDesc.of(owner.getName()), name, MethodTypeDesc.ofDescriptor(descriptor));
    }
  }

  private static final Map<String, Map<String, Hook>> HOOKS = new HashMap<>();

  private static final Map<String, Hook> STREAMS =
      Map.of(
          "out", Hook.of(Hooks.class, "out", "()Ljava/io/PrintStream;"),
          "err", Hook.of(Hooks.class, "err", "()Ljava/io/PrintStream;"));

  private static final Map<String, Hook> SEEDLESS =
      Map.of(
          "java/util/Random",
          Hook.of(RandomHooks.class, "newRandom", "()Ljava/util/Random;"),
          "java/util/SplittableRandom",
          Hook.of(RandomHooks.class, "newSplittableRandom", "()Ljava/util/SplittableRandom;"));

  /** By class: the methods whose results go through {@link ReflectionHooks}. */
  private static final Map<String, Set<String>> FILTERED =
      Map.of(
          "java/lang/Class",
          Set.of(
              "forName",
              "getMethod",
              "getMethods",
              "getDeclaredMethod",
              "getDeclaredMethods",
              "getField",
              "getFields",
              "getDeclaredField",
              "getDeclaredFields",
              "getConstructor",
              "getConstructors",
              "getDeclaredConstructor",
              "getDeclaredConstructors",
              "getEnclosingMethod",
              "getEnclosingConstructor"),
          "java/lang/ClassLoader",
          Set.of("loadClass"),
          "java/lang/reflect/RecordComponent",
          Set.of("getAccessor"),
          "java/lang/invoke/MethodHandles",
          Set.of("privateLookupIn"),
          "java/lang/invoke/MethodHandles$Lookup",
          Set.of("in", "findClass"));

  private static final Hook CLASS_NAME =
      Hook.of(ReflectionHooks.class, "name", "(Ljava/lang/String;)V");

  /** Names of the methods that a class of the program can inherit. */
  private static final Set<String> INHERITED = new HashSet<>();

  static {
    time();
    identity();
    monitors();
    threads();
    randomness();
    lookups();
  }

  private Calls() {}

  /** Returns the hook that stands for a method, or null when there is none. */
  static @Nullable Hook find(String owner, String name, String descriptor) {
    Map<String, Hook> ofOwner = HOOKS.get(owner);
    return ofOwner == null ? null : ofOwner.get(name + descriptor);
  }

  /** Returns what the result of a method goes through, or null when it goes through nothing. */
  static @Nullable Hook filterOf(String owner, String name, String descriptor) {
    Set<String> filtered = FILTERED.get(owner);
    if (filtered == null || !filtered.contains(name)) {
      return null;
    }
    String result = descriptor.substring(descriptor.indexOf(')') + 1);
    return Hook.of(ReflectionHooks.class, "checked", "(" + result + ")" + result);
  }

  /** Returns what looks at the last argument of a method beforehand, or null when nothing does. */
  static @Nullable Hook guardOf(String owner, String name, String descriptor) {
    return descriptor.equals("(Ljava/lang/String;)Ljava/lang/Class;")
            && filterOf(owner, name, descriptor) != null
        ? CLASS_NAME
        : null;
  }

  /** Returns whether a hook stands for any method of this name; those of Object do not count. */
  static boolean hasHook(String owner, String name) {
    Map<String, Hook> ofOwner = HOOKS.get(owner);
    return ofOwner != null
        && !owner.equals("java/lang/Object")
        && ofOwner.keySet().stream().anyMatch(method -> method.startsWith(name + "("));
  }

  /** Returns whether a class of the program may have the method from a class of the JDK. */
  static boolean maybeInherited(String name) {
    return INHERITED.contains(name);
  }

  /** Returns the hook that stands for reading a static field, or null when there is none. */
  static @Nullable Hook ofField(String owner, String name) {
    return owner.equals("java/lang/System") ? STREAMS.get(name) : null;
  }

  /**
   * Returns the hook that makes an object whose constructor would seed it from the machine, or null
   * when there is none. The constructor with one long, the seed, stands for it, too.
   */
  static @Nullable Hook ofSeedlessConstructor(String owner, String descriptor) {
    return descriptor.equals("()V") ? SEEDLESS.get(owner) : null;
  }

  private static void time() {
    statik(Hooks.class, "java/lang/System", "nanoTime", "()J");
    statik(Hooks.class, "java/lang/System", "currentTimeMillis", "()J");
    virtual(Hooks.class, "java/lang/Runtime", "availableProcessors", "()I");
  }

  private static void identity() {
    statik(Hooks.class, "java/lang/System", "identityHashCode", "(Ljava/lang/Object;)I");
    virtual(Hooks.class, "java/lang/Object", "hashCode", "()I");
  }

  private static void monitors() {
    virtual(MonitorHooks.class, "java/lang/Object", "wait", "()V");
    virtual(MonitorHooks.class, "java/lang/Object", "wait", "(J)V");
    virtual(MonitorHooks.class, "java/lang/Object", "wait", "(JI)V");
    virtual(MonitorHooks.class, "java/lang/Object", "notify", "()V");
    virtual(MonitorHooks.class, "java/lang/Object", "notifyAll", "()V");
    statik(MonitorHooks.class, "java/lang/Thread", "holdsLock", "(Ljava/lang/Object;)Z");
    inherited("wait", "notify", "notifyAll", "holdsLock");
  }

  private static void threads() {
    String thread = "java/lang/Thread";
    statik(ThreadHooks.class, thread, "currentThread", "()Ljava/lang/Thread;");
    statik(ThreadHooks.class, thread, "onSpinWait", "()V");
    virtual(ThreadHooks.class, thread, "threadId", "()J");
    virtual(ThreadHooks.class, thread, "getId", "()J");
    virtual(ThreadHooks.class, thread, "setName", "(Ljava/lang/String;)V");
    inherited("currentThread", "onSpinWait", "threadId", "getId", "setName");
    String support = "java/util/concurrent/locks/LockSupport";
    statik(ThreadHooks.class, support, "unpark", "(Ljava/lang/Thread;)V");
    statik(ThreadHooks.class, support, "getBlocker", "(Ljava/lang/Thread;)Ljava/lang/Object;");
  }

  private static void randomness() {
    statik(RandomHooks.class, "java/lang/Math", "random", "()D");
    statik(RandomHooks.class, "java/lang/StrictMath", "random", "()D");
    statik(RandomHooks.class, "java/util/UUID", "randomUUID", "()Ljava/util/UUID;");
    statik(RandomHooks.class, "java/util/Collections", "shuffle", "(Ljava/util/List;)V");
    String generator = "java/util/random/RandomGenerator";
    String made = "Ljava/util/random/RandomGenerator;";
    statik(RandomHooks.class, generator, "getDefault", "()" + made);
    statik(RandomHooks.class, generator, "of", "(Ljava/lang/String;)" + made);
    virtual(RandomHooks.class, "java/util/random/RandomGeneratorFactory", "create", "()" + made);
    String secure = "java/security/SecureRandom";
    String secureMade = "Ljava/security/SecureRandom;";
    statik(RandomHooks.class, secure, "getInstance", "(Ljava/lang/String;)" + secureMade);
    statik(RandomHooks.class, secure, "getInstanceStrong", "()" + secureMade);
  }

  private static void lookups() {
    String lookup = "java/lang/invoke/MethodHandles$Lookup";
    String byType = "(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/invoke/MethodType;)";
    String byClass = "(Ljava/lang/Class;Ljava/lang/String;Ljava/lang/Class;)";
    String handle = "Ljava/lang/invoke/MethodHandle;";
    virtual(LookupHooks.class, lookup, "findStatic", byType + handle);
    virtual(LookupHooks.class, lookup, "findVirtual", byType + handle);
    String bound = "(Ljava/lang/Object;Ljava/lang/String;Ljava/lang/invoke/MethodType;)";
    virtual(LookupHooks.class, lookup, "bind", bound + handle);
    String made = "(Ljava/lang/Class;Ljava/lang/invoke/MethodType;)";
    virtual(LookupHooks.class, lookup, "findConstructor", made + handle);
    for (String field :
        List.of("findGetter", "findSetter", "findStaticGetter", "findStaticSetter")) {
      virtual(LookupHooks.class, lookup, field, byClass + handle);
    }
    String variable = "Ljava/lang/invoke/VarHandle;";
    virtual(LookupHooks.class, lookup, "findVarHandle", byClass + variable);
    virtual(LookupHooks.class, lookup, "findStaticVarHandle", byClass + variable);
  }

  private static void statik(Class<?> hooks, String owner, String name, String descriptor) {
    add(owner, name, descriptor, Hook.of(hooks, name, descriptor));
  }

  private static void virtual(Class<?> hooks, String owner, String name, String descriptor) {
    add(
        owner,
        name,
        descriptor,
        Hook.of(hooks, name, "(L" + owner + ";" + descriptor.substring(1)));
  }

  private static void add(String owner, String name, String descriptor, Hook hook) {
    HOOKS.computeIfAbsent(owner, key -> new HashMap<>()).put(name + descriptor, hook);
  }

  private static void inherited(String... names) {
    for (String name : names) {
      INHERITED.add(name);
    }
  }

  /** Returns every hook, for the test that they exist. */
  static List<Hook> all() {
    List<Hook> all = new ArrayList<>(STREAMS.values());
    all.addAll(SEEDLESS.values());
    HOOKS.values().forEach(hooks -> all.addAll(hooks.values()));
    return all;
  }
}
