package io.raftbed.sim.agent;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles.Lookup;
import java.lang.invoke.MethodType;
import java.lang.invoke.VarHandle;

/** What rewritten classes call in place of the methods of Lookup that find a member by its name. */
public final class LookupHooks {
  private LookupHooks() {}

  /** Stands for Lookup.findStatic. */
  public static MethodHandle findStatic(Lookup lookup, Class<?> owner, String name, MethodType type)
      throws NoSuchMethodException, IllegalAccessException {
    ReflectionHooks.find(owner, name);
    return lookup.findStatic(owner, name, type);
  }

  /** Stands for Lookup.findVirtual. */
  public static MethodHandle findVirtual(
      Lookup lookup, Class<?> owner, String name, MethodType type)
      throws NoSuchMethodException, IllegalAccessException {
    ReflectionHooks.find(owner, name);
    return lookup.findVirtual(owner, name, type);
  }

  /** Stands for Lookup.bind. */
  public static MethodHandle bind(Lookup lookup, Object receiver, String name, MethodType type)
      throws NoSuchMethodException, IllegalAccessException {
    ReflectionHooks.find(receiver.getClass(), name);
    return lookup.bind(receiver, name, type);
  }

  /** Stands for Lookup.findConstructor. */
  public static MethodHandle findConstructor(Lookup lookup, Class<?> owner, MethodType type)
      throws NoSuchMethodException, IllegalAccessException {
    ReflectionHooks.findConstructor(owner, type);
    return lookup.findConstructor(owner, type);
  }

  /** Stands for Lookup.findGetter. */
  public static MethodHandle findGetter(Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    ReflectionHooks.find(owner, name);
    return lookup.findGetter(owner, name, type);
  }

  /** Stands for Lookup.findSetter. */
  public static MethodHandle findSetter(Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    ReflectionHooks.find(owner, name);
    return lookup.findSetter(owner, name, type);
  }

  /** Stands for Lookup.findStaticGetter. */
  public static MethodHandle findStaticGetter(
      Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    ReflectionHooks.find(owner, name);
    return lookup.findStaticGetter(owner, name, type);
  }

  /** Stands for Lookup.findStaticSetter. */
  public static MethodHandle findStaticSetter(
      Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    ReflectionHooks.findStaticField(owner, name);
    return lookup.findStaticSetter(owner, name, type);
  }

  /** Stands for Lookup.findVarHandle. */
  public static VarHandle findVarHandle(Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    ReflectionHooks.find(owner, name);
    return lookup.findVarHandle(owner, name, type);
  }

  /** Stands for Lookup.findStaticVarHandle. */
  public static VarHandle findStaticVarHandle(
      Lookup lookup, Class<?> owner, String name, Class<?> type)
      throws NoSuchFieldException, IllegalAccessException {
    ReflectionHooks.findStaticField(owner, name);
    return lookup.findStaticVarHandle(owner, name, type);
  }
}
