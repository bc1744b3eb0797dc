package io.raftbed.cli;

import io.raftbed.lab.Environment;
import io.raftbed.lab.Raft;
import io.raftbed.lab.RaftFactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Optional;

/** The three ways in which a class can make servers. None of them runs its code before a boot. */
final class Door {

  /** The ways, as people are told. */
  static final String FORMS =
      "a method \"public static Raft make(Environment)\", or \"implements RaftFactory\" and a"
          + " public constructor without parameters, or \"implements Raft\" and a public"
          + " constructor (Environment)";

  private static final MethodHandles.Lookup PUBLIC = MethodHandles.publicLookup();
  private static final MethodType MAKE = MethodType.methodType(Raft.class, Environment.class);

  private Door() {}

  /** Returns what makes a server of this class at each boot; empty when it fits no form. */
  static Optional<RaftFactory> of(Class<?> type) {
    return viaMethod(type).or(() -> viaFactory(type)).or(() -> viaConstructor(type));
  }

  private static Optional<RaftFactory> viaMethod(Class<?> type) {
    try {
      Method make = type.getMethod("make", Environment.class);
      return Modifier.isStatic(make.getModifiers())
              && Raft.class.isAssignableFrom(make.getReturnType())
          ? Optional.of(calling(PUBLIC.unreflect(make)))
          : Optional.empty();
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  /** A factory of each boot's own: what it keeps must not tie servers to each other. */
  private static Optional<RaftFactory> viaFactory(Class<?> type) {
    if (!RaftFactory.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
      return Optional.empty();
    }
    try {
      MethodHandle constructor =
          PUBLIC
              .unreflectConstructor(type.getConstructor())
              .asType(MethodType.methodType(RaftFactory.class));
      MethodHandle make = PUBLIC.findVirtual(RaftFactory.class, "make", MAKE);
      return Optional.of(calling(MethodHandles.collectArguments(make, 0, constructor)));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static Optional<RaftFactory> viaConstructor(Class<?> type) {
    if (!Raft.class.isAssignableFrom(type) || Modifier.isAbstract(type.getModifiers())) {
      return Optional.empty();
    }
    try {
      return Optional.of(
          calling(PUBLIC.unreflectConstructor(type.getConstructor(Environment.class))));
    } catch (ReflectiveOperationException e) {
      return Optional.empty();
    }
  }

  private static RaftFactory calling(MethodHandle handle) {
    MethodHandle make = handle.asType(MAKE);
    return environment -> {
      try {
        return (Raft) make.invokeExact(environment);
      } catch (Throwable e) {
        throw Door.<RuntimeException>asIs(e);
      }
    };
  }

  /** Passes on what the program threw, checked or not, so that a failure shows it as it is. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <T extends Throwable> T asIs(Throwable e) throws T {
    throw (T) e;
  }
}
