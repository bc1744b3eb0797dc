package io.raftbed.sim.agent;

import static java.lang.classfile.ClassFile.ACC_FINAL;
import static java.lang.classfile.ClassFile.ACC_PUBLIC;
import static java.lang.classfile.ClassFile.ACC_STATIC;
import static java.lang.constant.ConstantDescs.CD_Enum;
import static java.lang.constant.ConstantDescs.CD_Object;
import static java.lang.constant.ConstantDescs.CD_String;
import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_long;
import static java.lang.constant.ConstantDescs.CD_void;

import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.function.Consumer;

/**
 * Makes {@code java.lang.RaftbedHook}: the one class through which patched JDK classes reach the
 * carrier of a simulation. They cannot see Raftbed's classes, so the hook speaks two JDK interfaces
 * that {@link Carrier} implements; on any other thread it does what the JDK does.
 */
final class JdkHook {
  static final ClassDesc HOOK = ClassDesc.of("java.lang.RaftbedHook");

  private static final ClassDesc THREAD = ClassDesc.of("java.lang.Thread");
  private static final ClassDesc SYSTEM = ClassDesc.of("java.lang.System");
  private static final ClassDesc LONG_OPERATOR =
      ClassDesc.of("java.util.function.LongUnaryOperator");
  private static final ClassDesc BI_FUNCTION = ClassDesc.of("java.util.function.BiFunction");
  private static final ClassDesc SUPPLIER = ClassDesc.of("java.util.function.Supplier");
  private static final ClassDesc POOL = ClassDesc.of("java.util.concurrent.ForkJoinPool");
  private static final ClassDesc INSTANT = ClassDesc.of("java.time.Instant");
  private static final ClassDesc CLEANER = ClassDesc.of("java.lang.ref.Cleaner");
  private static final ClassDesc CLEANABLE = CLEANER.nested("Cleanable");

  /** Cleaner.register, as a static method. */
  static final MethodTypeDesc REGISTER =
      MethodTypeDesc.of(CLEANABLE, CLEANER, CD_Object, ClassDesc.of("java.lang.Runnable"));

  private static final MethodTypeDesc LONG = MethodTypeDesc.of(CD_long);

  private JdkHook() {}

  static byte[] classFile() {
    return ClassFile.of()
        .build(
            HOOK,
            builder -> {
              builder.withFlags(ACC_PUBLIC | ACC_FINAL);
              clock(builder, "nanoTime", Carrier.NANO_TIME);
              clock(builder, "currentTimeMillis", Carrier.MILLIS);
              carrier(builder);
              simulated(builder);
              instead(builder, "threadId", Carrier.THREAD_ID);
              instead(builder, "seed", Carrier.SEED);
              instead(builder, "threadSeed", Carrier.THREAD_SEED);
              instant(builder);
              enumHash(builder);
              delegate(builder);
              describe(builder);
              ask(builder);
              asyncPool(builder);
              register(builder);
              start(builder);
            });
  }

  private static void method(
      ClassBuilder builder, String name, MethodTypeDesc type, Consumer<CodeBuilder> body) {
    builder.withMethodBody(name, type, ACC_PUBLIC | ACC_STATIC, body);
  }

  /** Pushes the carrier and jumps when it carries no simulation; falls through with it pushed. */
  private static void carrierOr(CodeBuilder code, ClassDesc type, Label otherwise) {
    code.invokestatic(THREAD, "currentCarrierThread", MethodTypeDesc.of(THREAD));
    code.dup().instanceOf(type).ifeq(otherwise).checkcast(type);
  }

  private static void applyAsLong(CodeBuilder code, long operation) {
    code.loadConstant(operation)
        .invokeinterface(LONG_OPERATOR, "applyAsLong", MethodTypeDesc.of(CD_long, CD_long));
  }

  private static void clock(ClassBuilder builder, String name, long operation) {
    method(
        builder,
        name,
        LONG,
        code -> {
          Label real = code.newLabel();
          carrierOr(code, LONG_OPERATOR, real);
          applyAsLong(code, operation);
          code.lreturn().labelBinding(real).pop().invokestatic(SYSTEM, name, LONG).lreturn();
        });
  }

  private static void carrier(ClassBuilder builder) {
    MethodTypeDesc type = MethodTypeDesc.of(THREAD);
    method(
        builder,
        "carrier",
        type,
        code -> code.invokestatic(THREAD, "currentCarrierThread", type).areturn());
  }

  private static void simulated(ClassBuilder builder) {
    method(
        builder,
        "simulated",
        MethodTypeDesc.of(CD_boolean),
        code ->
            code.invokestatic(THREAD, "currentCarrierThread", MethodTypeDesc.of(THREAD))
                .instanceOf(LONG_OPERATOR)
                .ireturn());
  }

  /** Takes the JDK's own value and gives the simulation's in its place. */
  private static void instead(ClassBuilder builder, String name, long operation) {
    method(
        builder,
        name,
        MethodTypeDesc.of(CD_long, CD_long),
        code -> {
          Label real = code.newLabel();
          carrierOr(code, LONG_OPERATOR, real);
          applyAsLong(code, operation);
          code.lreturn().labelBinding(real).pop().lload(0).lreturn();
        });
  }

  private static void instant(ClassBuilder builder) {
    method(
        builder,
        "instant",
        MethodTypeDesc.of(INSTANT),
        code -> {
          code.lconst_0()
              .invokestatic(THREAD, "currentCarrierThread", MethodTypeDesc.of(THREAD))
              .checkcast(LONG_OPERATOR);
          applyAsLong(code, Carrier.EPOCH_NANOS);
          code.invokestatic(INSTANT, "ofEpochSecond", MethodTypeDesc.of(INSTANT, CD_long, CD_long))
              .areturn();
        });
  }

  /** An enum constant's hash from its name: equal in every JVM, and never 0 (= not computed). */
  private static void enumHash(ClassBuilder builder) {
    method(
        builder,
        "enumHash",
        MethodTypeDesc.of(CD_int, CD_Object),
        code ->
            code.aload(0)
                .checkcast(CD_Enum)
                .invokevirtual(CD_Enum, "name", MethodTypeDesc.of(CD_String))
                .invokevirtual(CD_String, "hashCode", MethodTypeDesc.of(CD_int))
                .iconst_1()
                .ior()
                .ireturn());
  }

  /** Returns the virtual thread that stands behind a thread object of the application, or null. */
  private static void delegate(ClassBuilder builder) {
    method(
        builder,
        "delegate",
        MethodTypeDesc.of(THREAD, THREAD),
        code -> {
          Label none = code.newLabel();
          code.aload(0).dup().instanceOf(SUPPLIER).ifeq(none).checkcast(SUPPLIER);
          code.invokeinterface(SUPPLIER, "get", MethodTypeDesc.of(CD_Object)).checkcast(THREAD);
          code.areturn().labelBinding(none).pop().aconst_null().areturn();
        });
  }

  /** Returns what a simulated thread's toString is, or null for other threads. */
  private static void describe(ClassBuilder builder) {
    method(
        builder,
        "describe",
        MethodTypeDesc.of(CD_String, THREAD),
        code -> {
          Label other = code.newLabel();
          code.aload(0).invokevirtual(THREAD, "threadId", LONG);
          code.bipush(32).lushr().l2i().ifeq(other);
          code.loadConstant("Thread[")
              .aload(0)
              .invokevirtual(THREAD, "getName", MethodTypeDesc.of(CD_String))
              .invokevirtual(CD_String, "concat", MethodTypeDesc.of(CD_String, CD_String))
              .loadConstant("]")
              .invokevirtual(CD_String, "concat", MethodTypeDesc.of(CD_String, CD_String))
              .areturn();
          code.labelBinding(other).aconst_null().areturn();
        });
  }

  /** Asks the carrier, or a scheduler, for an object; null where there is no simulation. */
  private static void ask(ClassBuilder builder) {
    method(
        builder,
        "ask",
        MethodTypeDesc.of(CD_Object, CD_Object, CD_Object, CD_Object),
        code -> {
          Label none = code.newLabel();
          code.aload(0).dup().instanceOf(BI_FUNCTION).ifeq(none).checkcast(BI_FUNCTION);
          code.aload(1).aload(2);
          code.invokeinterface(
              BI_FUNCTION, "apply", MethodTypeDesc.of(CD_Object, CD_Object, CD_Object));
          code.areturn().labelBinding(none).pop().aconst_null().areturn();
        });
  }

  /** Takes the JDK's pool and gives the simulation's in its place. */
  private static void asyncPool(ClassBuilder builder) {
    method(
        builder,
        "asyncPool",
        MethodTypeDesc.of(POOL, POOL),
        code -> {
          Label real = code.newLabel();
          askCarrier(code, Carrier.ASYNC_POOL);
          code.dup().ifnull(real).checkcast(POOL).areturn();
          code.labelBinding(real).pop().aload(0).areturn();
        });
  }

  /** Registers with a cleaner; inside a simulation nothing happens when the collector pleases. */
  private static void register(ClassBuilder builder) {
    method(
        builder,
        "register",
        REGISTER,
        code -> {
          Label real = code.newLabel();
          code.invokestatic(HOOK, "carrier", MethodTypeDesc.of(THREAD))
              .loadConstant(Carrier.CLEANABLE)
              .aload(2)
              .invokestatic(
                  HOOK, "ask", MethodTypeDesc.of(CD_Object, CD_Object, CD_Object, CD_Object));
          code.dup().ifnull(real).checkcast(CLEANABLE).areturn();
          code.labelBinding(real).pop().aload(0).aload(1).aload(2);
          code.invokevirtual(CLEANER, "register", REGISTER.dropParameterTypes(0, 1)).areturn();
        });
  }

  private static void askCarrier(CodeBuilder code, String request) {
    code.invokestatic(HOOK, "carrier", MethodTypeDesc.of(THREAD))
        .loadConstant(request)
        .aload(0)
        .invokestatic(HOOK, "ask", MethodTypeDesc.of(CD_Object, CD_Object, CD_Object, CD_Object));
  }

  /** Starts a thread: as a simulated one inside a simulation. */
  private static void start(ClassBuilder builder) {
    method(
        builder,
        "start",
        MethodTypeDesc.of(CD_void, THREAD),
        code -> {
          Label real = code.newLabel();
          askCarrier(code, Carrier.NEW_THREAD);
          int made = code.allocateLocal(TypeKind.REFERENCE);
          code.astore(made).aload(made).ifnull(real);
          code.aload(made).checkcast(THREAD);
          code.invokevirtual(THREAD, "start", MethodTypeDesc.of(CD_void)).return_();
          code.labelBinding(real).aload(0);
          code.invokevirtual(THREAD, "start", MethodTypeDesc.of(CD_void)).return_();
        });
  }
}
