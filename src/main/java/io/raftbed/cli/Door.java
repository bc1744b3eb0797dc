package io.raftbed.cli;

import io.raftbed.lab.Environment;
import io.raftbed.lab.Raft;
import io.raftbed.lab.RaftFactory;
import io.raftbed.lab.kv.Clerk;
import io.raftbed.lab.kv.ClerkFactory;
import io.raftbed.lab.kv.ClientEnvironment;
import io.raftbed.lab.kv.KvEnvironment;
import io.raftbed.lab.kv.KvServerFactory;
import io.raftbed.lab.kv.Rsm;
import io.raftbed.lab.kv.RsmEnvironment;
import io.raftbed.lab.kv.RsmFactory;
import io.raftbed.lab.kv.StateMachine;
import io.raftbed.lab.kv.VersionedClerk;
import io.raftbed.lab.kv.VersionedClerkFactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;
import java.util.function.Function;

/**
 * The three ways in which a class can make servers, or whatever else a lab asks for. None of them
 * runs its code before a boot.
 *
 * @param makes what it makes, as people are told
 * @param forms the ways, as people are told
 * @param factory the interface of what makes them
 * @param make what its one method takes and returns
 * @param calling returns a factory that calls a method of that type, all of it objects
 */
record Door<F>(
    String makes,
    String forms,
    Class<F> factory,
    MethodType make,
    Function<MethodHandle, F> calling) {

  static final String RAFT_FORMS =
      "a method \"public static Raft make(Environment)\", or \"implements RaftFactory\" and a"
          + " public constructor without parameters, or \"implements Raft\" and a public"
          + " constructor (Environment)";

  static final String KV_FORMS =
      "a method \"public static void make(KvEnvironment)\", or \"implements KvServerFactory\" and a"
          + " public constructor without parameters";

  static final String CLERK_FORMS =
      "a method \"public static Clerk make(ClientEnvironment)\", or \"implements ClerkFactory\" and"
          + " a public constructor without parameters, or \"implements Clerk\" and a public"
          + " constructor (ClientEnvironment); or the same with VersionedClerk";

  static final String RSM_FORMS =
      "a method \"public static Rsm make(RsmEnvironment, StateMachine)\", or \"implements"
          + " RsmFactory\" and a public constructor without parameters, or \"implements Rsm\" and a"
          + " public constructor (RsmEnvironment, StateMachine)";

  static final Door<RaftFactory> RAFT =
      new Door<>(
          "servers",
          RAFT_FORMS,
          RaftFactory.class,
          MethodType.methodType(Raft.class, Environment.class),
          make -> environment -> (Raft) call(make, environment));

  static final Door<KvServerFactory> KV =
      new Door<>(
          "servers",
          KV_FORMS,
          KvServerFactory.class,
          MethodType.methodType(void.class, KvEnvironment.class),
          make -> environment -> call(make, environment));

  static final Door<ClerkFactory> CLERK =
      new Door<>(
          "clerks",
          CLERK_FORMS,
          ClerkFactory.class,
          MethodType.methodType(Clerk.class, ClientEnvironment.class),
          make -> environment -> (Clerk) call(make, environment));

  static final Door<VersionedClerkFactory> VERSIONED_CLERK =
      new Door<>(
          "clerks",
          CLERK_FORMS,
          VersionedClerkFactory.class,
          MethodType.methodType(VersionedClerk.class, ClientEnvironment.class),
          make -> environment -> (VersionedClerk) call(make, environment));

  static final Door<RsmFactory> RSM =
      new Door<>(
          "layers over Raft",
          RSM_FORMS,
          RsmFactory.class,
          MethodType.methodType(Rsm.class, RsmEnvironment.class, StateMachine.class),
          make -> (environment, machine) -> (Rsm) call(make, environment, machine));

  private static final MethodHandles.Lookup PUBLIC = MethodHandles.publicLookup();

  /** Returns what makes one of this class at each boot; empty when the class fits no form. */
  Optional<F> of(Class<?> type) {
    return viaMethod(type)
        .or(() -> viaFactory(type))
        .or(() -> viaConstructor(type))
        .map(handle -> calling.apply(handle.asType(make.generic())));
  }

  private Optional<MethodHandle> viaMethod(Class<?> type) {
    try {
      Method method = type.getMethod("make", make.parameterArray());
      return Modifier.isStatic(method.getModifiers()) && fits(method.getReturnType())
          ? Optional.of(PUBLIC.unreflect(method).asType(make))
          : Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private boolean fits(Class<?> returned) {
    return returnsNothing() || make.returnType().isAssignableFrom(returned);
  }

  private boolean returnsNothing() {
    return make.returnType() == void.class;
  }

  /** A factory of each boot's own: what it keeps must not tie servers to each other. */
  private Optional<MethodHandle> viaFactory(Class<?> type) {
    if (!factory.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
      return Optional.empty();
    }
    try {
      MethodHandle constructor =
          PUBLIC.unreflectConstructor(type.getConstructor()).asType(MethodType.methodType(factory));
      return Optional.of(
          MethodHandles.collectArguments(
              PUBLIC.findVirtual(factory, "make", make), 0, constructor));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private Optional<MethodHandle> viaConstructor(Class<?> type) {
    if (returnsNothing()
        || !make.returnType().isAssignableFrom(type)
        || Modifier.isAbstract(type.getModifiers())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          PUBLIC.unreflectConstructor(type.getConstructor(make.parameterArray())).asType(make));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static Object call(MethodHandle make, Object environment) {
    try {
      return (Object) make.invokeExact(environment);
    } catch (Throwable e) {
      throw Door.<RuntimeException>asIs(e);
    }
  }

  private static Object call(MethodHandle make, Object environment, Object machine) {
    try {
      return (Object) make.invokeExact(environment, machine);
    } catch (Throwable e) {
      throw Door.<RuntimeException>asIs(e);
    }
  }

  /** Passes on what the program threw, checked or not, so that a failure shows it as it is. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T asIs(Throwable e) throws T {
    throw (T) e;
  }
}
