package io.raftbed.sim.agent;

import io.raftbed.sim.agent.Refusals.Refusal;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What rewritten classes pass the results of reflection through: whoever gets hold of a member can
 * call it, so what a server must not use is refused where it is looked up. Lists leave it out.
 */
public final class ReflectionHooks {
  private ReflectionHooks() {}

  /** Follows Class.forName and ClassLoader.loadClass. */
  public static Class<?> checked(Class<?> type) {
    if (Hooks.world() != null) {
      refuse(Refusals.find(nameOf(type), "class"));
    }
    return type;
  }

  /**
   * Stands before methods that find a class by its name alone. A loader may know no class of that
   * name, and while it looks nothing can be refused: it holds a lock that all runs share.
   */
  public static void name(String name) {
    if (Hooks.world() != null && name != null) {
      refuse(Refusals.find(name.replace('.', '/'), "class"));
    }
  }

  /** Follows Class.getMethod and its like. */
  public static Method checked(Method method) {
    return check(method);
  }

  /** Follows Class.getField and its like. */
  public static Field checked(Field field) {
    return check(field);
  }

  /** Follows Class.getConstructor and its like. */
  public static Constructor<?> checked(Constructor<?> constructor) {
    return check(constructor);
  }

  /** Follows Class.getMethods and its like. */
  public static Method[] checked(Method[] methods) {
    return allowed(methods, Method[]::new);
  }

  /** Follows Class.getFields and its like. */
  public static Field[] checked(Field[] fields) {
    return allowed(fields, Field[]::new);
  }

  /** Follows Class.getConstructors and its like. */
  public static Constructor<?>[] checked(Constructor<?>[] constructors) {
    return allowed(constructors, Constructor<?>[]::new);
  }

  /** Follows MethodHandles.privateLookupIn and Lookup.in. */
  public static MethodHandles.Lookup checked(MethodHandles.Lookup lookup) {
    if (Hooks.world() != null && !isApplication(lookup.lookupClass()) && lookup.lookupModes() > 1) {
      refuse(hidden(lookup.lookupClass(), "*"));
    }
    return lookup;
  }

  /** Stands before the methods of Lookup that find a member by its class and name. */
  static void find(Class<?> type, String name) {
    if (Hooks.world() != null) {
      refuse(refusal(type, name));
    }
  }

  /** As {@link #find}, for a constructor. */
  static void findConstructor(Class<?> type, MethodType parameters) {
    if (Hooks.world() != null) {
      refuse(Refusals.findConstructor(nameOf(type), parameters.descriptorString()));
    }
  }

  /** As {@link #find}, for a static field that can be written through what is found. */
  static void findStaticField(Class<?> type, String name) {
    if (Hooks.world() != null) {
      refuse(Refusals.ofStaticWrite(nameOf(type), name));
    }
  }

  private static <T extends Member> T check(T member) {
    if (Hooks.world() != null) {
      refuse(refusal(member));
    }
    return member;
  }

  private static <T extends Member> T[] allowed(T[] members, IntFunction<T[]> array) {
    return Hooks.world() == null
        ? members
        : Arrays.stream(members).filter(each -> refusal(each) == null).toArray(array);
  }

  private static @Nullable Refusal refusal(Member member) {
    Class<?> type = member.getDeclaringClass();
    boolean isStatic = Modifier.isStatic(member.getModifiers());
    if (isApplication(type)) {
      return member instanceof Field && isStatic && !Modifier.isFinal(member.getModifiers())
          ? Refusals.ofStaticWrite(nameOf(type), member.getName())
          : null;
    }
    if (AppClasses.inJdk(nameOf(type)) && !Modifier.isPublic(member.getModifiers())) {
      return hidden(type, member.getName());
    }
    return member instanceof Constructor<?> constructor
        ? Refusals.findConstructor(nameOf(type), descriptor(constructor))
        : refusal(type, member.getName());
  }

  private static @Nullable Refusal refusal(Class<?> type, String name) {
    String owner = nameOf(type);
    Refusal refusal = Refusals.find(owner, name);
    return refusal == null && Calls.hasHook(owner, name) ? hidden(type, name) : refusal;
  }

  private static String descriptor(Constructor<?> constructor) {
    return MethodType.methodType(void.class, constructor.getParameterTypes()).descriptorString();
  }

  private static Refusal hidden(Class<?> type, String member) {
    return new Refusal(
        "reflection on " + Names.readable(nameOf(type)) + "." + member, RefusalRules.REFLECTION);
  }

  private static void refuse(@Nullable Refusal refusal) {
    if (refusal != null) {
      Hooks.refuse(place() + refusal.what() + " is refused: " + refusal.instead());
    }
  }

  /** Returns where the program is, as in {@code MyRaft.java:16: }. */
  private static String place() {
    return StackWalker.getInstance()
        .walk(frames -> frames.filter(frame -> isTheProgram(frame.getClassName())).findFirst())
        .map(frame -> frame.getFileName() + ":" + frame.getLineNumber() + ": ")
        .orElse("");
  }

  private static boolean isTheProgram(String className) {
    String name = className.replace('.', '/');
    return !AppClasses.inJdk(name) && !AppClasses.isRaftbed(name);
  }

  private static boolean isApplication(Class<?> type) {
    return AppClasses.rewritten(type.getClassLoader(), nameOf(type));
  }

  private static String nameOf(Class<?> type) {
    return Names.internal(type.isArray() ? Object.class : type);
  }
}
