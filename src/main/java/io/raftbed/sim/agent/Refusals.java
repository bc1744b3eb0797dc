package io.raftbed.sim.agent;

import io.raftbed.sim.agent.RefusalRules.Rule;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what {@link RefusalRules} says of a class or a member; asked for every instruction. */
final class Refusals {
  private static final Map<String, String> PACKAGES = new HashMap<>();
  private static final Map<String, String> TYPES = new HashMap<>();
  private static final Map<String, String> MEMBERS = new HashMap<>();

  /** By class and first parameter, as in {@code java/io/PrintWriter(Ljava/lang/String;}. */
  private static final Map<String, String> CONSTRUCTORS = new HashMap<>();

  private static final Set<String> MEMBER_NAMES = new HashSet<>();
  private static final Set<String> PURE = Set.copyOf(RefusalRules.PURE);

  static {
    for (Rule rule : RefusalRules.all()) {
      for (String name : rule.names()) {
        add(rule, name);
      }
    }
  }

  /**
   * Something that must not be used.
   *
   * @param what its name, as people write it
   * @param instead why, and what to use instead
   */
  record Refusal(String what, String instead) {}

  private Refusals() {}

  private static void add(Rule rule, String name) {
    switch (rule.scope()) {
      case PACKAGES -> PACKAGES.put(name, rule.instead());
      case CLASSES -> TYPES.put(name, rule.instead());
      case MEMBERS -> {
        MEMBERS.put(rule.owner() + "." + name, rule.instead());
        if (!name.equals("<init>")) {
          MEMBER_NAMES.add(name);
        }
      }
      case CONSTRUCTORS -> CONSTRUCTORS.put(rule.owner() + "(L" + name + ";", rule.instead());
      case WORDS -> {}
    }
  }

  /** Returns why a member of a class must not be used, or null when it may be. */
  static @Nullable Refusal find(String owner, String name) {
    if (AppClasses.isHidden(owner)) {
      return new Refusal(Names.readable(owner), RefusalRules.RAFTBED);
    }
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
    if (maybeInherited(name) || name.equals("<init>")) {
      instead = name.startsWith("parallel") ? parallel(owner) : MEMBERS.get(owner + "." + name);
    }
    return instead == null ? null : new Refusal(what(owner, name), instead);
  }

  /** Returns why a constructor must not be called, or null when it may be. */
  static @Nullable Refusal findConstructor(String owner, String descriptor) {
    Refusal refusal = find(owner, "<init>");
    if (refusal != null || !descriptor.startsWith("(L")) {
      return refusal;
    }
    int end = descriptor.indexOf(';');
    String instead = CONSTRUCTORS.get(owner + descriptor.substring(0, end + 1));
    return instead == null
        ? null
        : new Refusal(constructor(Names.readable(owner), descriptor.substring(2, end)), instead);
  }

  /** Returns a constructor as people write it, from what they call its class. */
  static String constructor(String type, String firstParameter) {
    return "new %s(%s)".formatted(type, Names.simple(firstParameter));
  }

  private static String what(String owner, String name) {
    String type = Names.readable(owner);
    return name.equals("<init>") ? type : type + "." + name;
  }

  /** Returns whether the table names a method like this, of whatever class. */
  static boolean maybeInherited(String name) {
    return MEMBER_NAMES.contains(name);
  }

  private static @Nullable String ofPackage(String name) {
    String instead = PACKAGES.get(name);
    return instead == null && name.startsWith("jdk/internal/") ? RefusalRules.INTERNAL : instead;
  }

  /** Any collection and any kind of stream can be asked to be parallel. */
  private static @Nullable String parallel(String owner) {
    return owner.startsWith("java/util/") ? RefusalRules.PARALLEL : null;
  }

  /** Returns why a class must not declare a method, or null when it may. */
  static @Nullable Refusal ofDeclaration(String type, String name, String desc, boolean isNative) {
    String what = Names.simple(type) + "." + name;
    if (isNative) {
      return new Refusal("native method " + what, RefusalRules.NATIVE);
    }
    return name.equals("finalize") && desc.equals("()V")
        ? new Refusal("finalizer " + what, RefusalRules.GARBAGE)
        : null;
  }

  /** Returns why a static field must not be written after its class was initialised. */
  static Refusal ofStaticWrite(String owner, String name) {
    return new Refusal(
        "writing static field " + Names.simple(owner) + "." + name, RefusalRules.SHARED);
  }
}
