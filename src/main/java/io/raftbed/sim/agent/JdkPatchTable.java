package io.raftbed.sim.agent;

import static io.raftbed.sim.agent.JdkHook.HOOK;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import io.raftbed.sim.agent.JdkPatch.Follow;
import io.raftbed.sim.agent.JdkPatch.Prefix;
import io.raftbed.sim.agent.JdkPatch.Replace;
import io.raftbed.sim.agent.JdkPatch.ReplaceRead;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.function.Consumer;

/** The changes to single methods of JDK 25; clock reads are replaced by {@link JdkPatches}. */
final class JdkPatchTable {
  private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
  private static final ClassDesc EXECUTOR = ClassDesc.of("java.util.concurrent.Executor");
  private static final ClassDesc POOL = ClassDesc.of("java.util.concurrent.ForkJoinPool");
  private static final ClassDesc DELAYED =
      ClassDesc.of("java.util.concurrent.DelayScheduler$ScheduledForkJoinTask");
  private static final ClassDesc VIRTUAL_THREAD = ClassDesc.of("java.lang.VirtualThread");
  private static final ClassDesc DURATION = ClassDesc.of("java.time.Duration");
  private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");
  private static final ClassDesc STRING = ClassDesc.of("java.lang.String");
  private static final MethodTypeDesc ASK =
      MethodTypeDesc.of(CD_Object, CD_Object, CD_Object, CD_Object);

  private static final String VT = "java/lang/VirtualThread";
  private static final String FUTURE = "java/util/concurrent/CompletableFuture";
  private static final String IMMUTABLE = "java/util/ImmutableCollections";

  private JdkPatchTable() {}

  static List<JdkPatch> patches() {
    return List.of(
        threadIds(),
        programThreadIds(),
        join("join(J)V", code -> code.lload(1), MethodTypeDesc.of(CD_void, CD_long)),
        join(
            "join(Ljava/time/Duration;)Z",
            code -> code.aload(1),
            MethodTypeDesc.of(CD_boolean, DURATION)),
        join("isAlive()Z", code -> {}, MethodTypeDesc.of(CD_boolean)),
        describe(),
        new JdkPatch(VT, "unblock()V", deferUnblock()),
        new JdkPatch(VT, "compareAndSetOnWaitingList(ZZ)Z", announceUnblock()),
        asyncPool(FUTURE, "supplyAsync(Ljava/util/function/Supplier;)" + completableFuture()),
        asyncPool(FUTURE, "runAsync(Ljava/lang/Runnable;)" + completableFuture()),
        asyncPool(FUTURE, "defaultExecutor()Ljava/util/concurrent/Executor;"),
        asyncPool(FUTURE, "arrangeTimeout(JLjava/util/concurrent/CompletableFuture$Timeout;)V"),
        asyncPool(
            FUTURE,
            "delayedExecutor(JLjava/util/concurrent/TimeUnit;)Ljava/util/concurrent/Executor;"),
        asyncPool(FUTURE + "$DelayedExecutor", "execute(Ljava/lang/Runnable;)V"),
        delayedTask(),
        new JdkPatch(
            "java/util/concurrent/DelayScheduler",
            "now()J",
            JdkPatch.unless(
                JdkPatchTable::simulated,
                code -> code.invokestatic(HOOK, "nanoTime", MethodTypeDesc.of(CD_long)).lreturn())),
        taskFailed("java/util/concurrent/FutureTask", "setException(Ljava/lang/Throwable;)V", 1),
        taskFailed(FUTURE, "encodeThrowable(Ljava/lang/Throwable;)L" + FUTURE + "$AltResult;", 0),
        workersInOrder(),
        startInContainer(),
        newThread(),
        new JdkPatch(
            "java/util/Timer",
            "<init>(Ljava/lang/String;Z)V",
            new Replace(
                "java/util/TimerThread.start()V",
                code -> code.invokestatic(HOOK, "start", MethodTypeDesc.of(CD_void, THREAD)))),
        cleaner("java/util/Timer", "<init>(Ljava/lang/String;Z)V"),
        cleaner(
            "java/util/concurrent/Executors$AutoShutdownDelegatedExecutorService",
            "<init>(Ljava/util/concurrent/ExecutorService;)V"),
        new JdkPatch(
            "java/util/Random",
            "<init>()V",
            new Follow("java/util/Random.seedUniquifier()J", JdkPatchTable::seed)),
        new JdkPatch(
            "java/util/concurrent/ThreadLocalRandom",
            "localInit()V",
            new Follow(
                "java/util/concurrent/atomic/AtomicLong.getAndAdd(J)J", JdkPatchTable::threadSeed)),
        spinForTable(),
        new JdkPatch(
            "java/util/concurrent/ThreadLocalRandom",
            "nextSeed()J",
            new Follow("java/lang/Thread.threadId()J", JdkPatchTable::number)),
        new JdkPatch(
            "java/util/concurrent/Exchanger$Node",
            "<init>()V",
            new Follow("java/lang/Thread.threadId()J", JdkPatchTable::number)),
        new JdkPatch(
            "java/lang/Enum",
            "hashCode()I",
            new Replace(
                "java/lang/System.identityHashCode(Ljava/lang/Object;)I",
                code -> code.invokestatic(HOOK, "enumHash", MethodTypeDesc.of(CD_int, CD_Object)))),
        new JdkPatch(
            "java/time/Clock",
            "currentInstant()Ljava/time/Instant;",
            JdkPatch.unless(
                JdkPatchTable::simulated,
                code -> code.invokestatic(HOOK, "instant", MethodTypeDesc.of(INSTANT)).areturn())),
        salt("$SetN$SetNIterator", "<init>(Ljava/util/ImmutableCollections$SetN;)V"),
        salt("$MapN$MapNIterator", "<init>(Ljava/util/ImmutableCollections$MapN;)V"),
        reverse("$Set12$1", "next()Ljava/lang/Object;"),
        reverse("$Set12", "toArray()[Ljava/lang/Object;"),
        reverse("$Set12", "toArray([Ljava/lang/Object;)[Ljava/lang/Object;"),
        reverse("$Set12", "forEach(Ljava/util/function/Consumer;)V"),
        reverse("$SetN$SetNIterator", "next()Ljava/lang/Object;"),
        reverse("$MapN$MapNIterator", "nextIndex()I"));
  }

  private static String completableFuture() {
    return "L" + FUTURE + ";";
  }

  private static void simulated(CodeBuilder code) {
    code.invokestatic(HOOK, "simulated", MethodTypeDesc.of(CD_boolean));
  }

  private static void seed(CodeBuilder code) {
    code.invokestatic(HOOK, "seed", MethodTypeDesc.of(CD_long, CD_long));
  }

  private static void threadSeed(CodeBuilder code) {
    code.invokestatic(HOOK, "threadSeed", MethodTypeDesc.of(CD_long, CD_long));
  }

  /** Keeps of a thread's id its number within the simulation. */
  private static void number(CodeBuilder code) {
    code.loadConstant(0xFFFF_FFFFL).land();
  }

  private static void askCarrier(CodeBuilder code, String request, Consumer<CodeBuilder> arg) {
    code.invokestatic(HOOK, "carrier", MethodTypeDesc.of(THREAD)).loadConstant(request);
    arg.accept(code);
    code.invokestatic(HOOK, "ask", ASK);
  }

  /** Numbers simulated threads within their simulation; platform threads keep the JVM's ids. */
  private static JdkPatch threadIds() {
    return new JdkPatch(
        "java/lang/Thread",
        "<init>(Ljava/lang/String;IZ)V",
        new Follow(
            "java/lang/Thread$ThreadIdentifiers.next()J",
            code -> code.invokestatic(HOOK, "threadId", MethodTypeDesc.of(CD_long, CD_long))));
  }

  /** A thread object that the program made (it supplies the virtual one) is numbered too. */
  private static JdkPatch programThreadIds() {
    return new JdkPatch(
        "java/lang/Thread",
        "<init>(Ljava/lang/ThreadGroup;Ljava/lang/String;ILjava/lang/Runnable;J)V",
        new Follow(
            "java/lang/Thread$ThreadIdentifiers.next()J",
            code -> {
              Label end = code.newLabel();
              code.aload(0).instanceOf(ClassDesc.of("java.util.function.Supplier")).ifeq(end);
              code.invokestatic(HOOK, "threadId", MethodTypeDesc.of(CD_long, CD_long));
              code.labelBinding(end);
            }));
  }

  /** Final methods of Thread go to the virtual thread behind an application's thread object. */
  private static JdkPatch join(String method, Consumer<CodeBuilder> args, MethodTypeDesc type) {
    String name = method.substring(0, method.indexOf('('));
    return new JdkPatch(
        "java/lang/Thread",
        method,
        new Prefix(code -> {
          Label own = code.newLabel();
          code.aload(0).invokestatic(HOOK, "delegate", MethodTypeDesc.of(THREAD, THREAD));
          code.dup().ifnull(own);
          args.accept(code);
          code.invokevirtual(THREAD, name, type);
          if (type.returnType().equals(CD_void)) {
            code.return_();
          } else {
            code.ireturn();
          }
          code.labelBinding(own).pop();
        }));
  }

  private static JdkPatch describe() {
    return new JdkPatch(
        VT,
        "toString()Ljava/lang/String;",
        new Prefix(code -> {
          Label own = code.newLabel();
          code.aload(0).invokestatic(HOOK, "describe", MethodTypeDesc.of(STRING, THREAD));
          code.dup().ifnull(own).areturn().labelBinding(own).pop();
        }));
  }

  /** A pool interrupts its workers in the order of a set: here that of their making. */
  private static JdkPatch workersInOrder() {
    ClassDesc ordered = ClassDesc.of("java.util.LinkedHashSet");
    return new JdkPatch(
        "java/util/concurrent/ThreadPoolExecutor",
        "<init>(IIJLjava/util/concurrent/TimeUnit;Ljava/util/concurrent/BlockingQueue;"
            + "Ljava/util/concurrent/ThreadFactory;"
            + "Ljava/util/concurrent/RejectedExecutionHandler;)V",
        new Follow(
            "java/util/HashSet.<init>()V",
            code ->
                code.pop()
                    .new_(ordered)
                    .dup()
                    .invokespecial(ordered, "<init>", MethodTypeDesc.of(CD_void))));
  }

  /** Pools start a thread that the program's factory made by a way of their own. */
  private static JdkPatch startInContainer() {
    return new JdkPatch(
        "java/lang/Thread",
        "start(Ljdk/internal/vm/ThreadContainer;)V",
        new Prefix(code -> {
          Label own = code.newLabel();
          code.aload(0).instanceOf(ClassDesc.of("java.util.function.Supplier")).ifeq(own);
          simulated(code);
          code.ifeq(own);
          code.aload(0).invokevirtual(THREAD, "start", MethodTypeDesc.of(CD_void)).return_();
          code.labelBinding(own);
        }));
  }

  private static void askScheduler(CodeBuilder code, String request) {
    code.aload(0)
        .getfield(VIRTUAL_THREAD, "scheduler", EXECUTOR)
        .loadConstant(request)
        .aload(0)
        .invokestatic(HOOK, "ask", ASK);
  }

  /** A native monitor freed for a simulated thread is told to its scheduler instead. */
  private static Prefix deferUnblock() {
    return new Prefix(code -> {
      Label own = code.newLabel();
      askScheduler(code, Carrier.UNBLOCK);
      code.ifnull(own).return_().labelBinding(own);
    });
  }

  private static Prefix announceUnblock() {
    return new Prefix(code -> {
      Label own = code.newLabel();
      code.iload(1).ifeq(own);
      askScheduler(code, Carrier.IN_FLIGHT);
      code.pop().labelBinding(own);
    });
  }

  private static JdkPatch asyncPool(String type, String method) {
    return new JdkPatch(
        type,
        method,
        new Follow(
            FUTURE + ".ASYNC_POOL",
            code -> code.invokestatic(HOOK, "asyncPool", MethodTypeDesc.of(POOL, POOL))));
  }

  private static JdkPatch delayedTask() {
    return new JdkPatch(
        "java/util/concurrent/ForkJoinPool",
        "scheduleDelayedTask(Ljava/util/concurrent/DelayScheduler$ScheduledForkJoinTask;)"
            + "Ljava/util/concurrent/DelayScheduler$ScheduledForkJoinTask;",
        new Prefix(code -> {
          Label own = code.newLabel();
          code.aload(0).aload(1).aload(1).getfield(DELAYED, "when", CD_long);
          code.invokestatic(
              ClassDesc.of("java.lang.Long"),
              "valueOf",
              MethodTypeDesc.of(ClassDesc.of("java.lang.Long"), CD_long));
          code.invokestatic(HOOK, "ask", ASK).ifnull(own);
          code.aload(1).areturn().labelBinding(own);
        }));
  }

  /** An exception that a Future keeps is seen by nobody, unless somebody asks the Future. */
  private static JdkPatch taskFailed(String type, String method, int exception) {
    return new JdkPatch(
        type,
        method,
        new Prefix(code -> {
          askCarrier(code, Carrier.TASK_FAILED, c -> c.aload(exception));
          code.pop();
        }));
  }

  private static JdkPatch newThread() {
    return new JdkPatch(
        "java/util/concurrent/Executors$DefaultThreadFactory",
        "newThread(Ljava/lang/Runnable;)Ljava/lang/Thread;",
        new Prefix(code -> {
          Label own = code.newLabel();
          askCarrier(code, Carrier.NEW_THREAD, c -> c.aload(1));
          code.dup().ifnull(own).checkcast(THREAD).areturn().labelBinding(own).pop();
        }));
  }

  /**
   * Tables of the JDK are shared by all simulations of a JVM. One that finds another carrier about
   * to make a table waits for it within its step; yielding would add a step to one run only.
   */
  private static JdkPatch spinForTable() {
    return new JdkPatch(
        "java/util/concurrent/ConcurrentHashMap",
        "initTable()[Ljava/util/concurrent/ConcurrentHashMap$Node;",
        new Replace(
            "java/lang/Thread.yield()V",
            code -> code.invokestatic(THREAD, "onSpinWait", MethodTypeDesc.of(CD_void))));
  }

  private static JdkPatch cleaner(String type, String method) {
    return new JdkPatch(
        type,
        method,
        new Replace(
            "java/lang/ref/Cleaner.register(Ljava/lang/Object;Ljava/lang/Runnable;)"
                + "Ljava/lang/ref/Cleaner$Cleanable;",
            code -> code.invokestatic(HOOK, "register", JdkHook.REGISTER)));
  }

  /** Set.of and Map.of iterate from a place that each JVM draws anew; here from a fixed one. */
  private static JdkPatch salt(String nested, String method) {
    return new JdkPatch(
        IMMUTABLE + nested,
        method,
        new ReplaceRead(IMMUTABLE + ".SALT32L", code -> code.loadConstant(0x2545F491L)));
  }

  private static JdkPatch reverse(String nested, String method) {
    return new JdkPatch(
        IMMUTABLE + nested, method, new ReplaceRead(IMMUTABLE + ".REVERSE", CodeBuilder::iconst_0));
  }
}
