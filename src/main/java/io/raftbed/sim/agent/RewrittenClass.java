package io.raftbed.sim.agent;

import io.raftbed.sim.agent.Calls.Hook;
import io.raftbed.sim.agent.Refusals.Refusal;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A class while it is rewritten: what its methods' rewriting must know and what it found. */
final class RewrittenClass {
  private static final String OBJECT = "java/lang/Object";

  private final String name;
  private final String file;
  private final boolean refusable;

  /** Class loaders find classes for the JVM, too; that they are made is refused. */
  private final boolean looksUp;

  /** A library names much that it never reaches: only what is reached counts there. */
  private final boolean listed;

  private final ClassHierarchy hierarchy;
  private final boolean superHasIdentityHash;
  private final List<Refused> refused = new ArrayList<>();

  RewrittenClass(ClassModel model, ClassHierarchy hierarchy) {
    name = model.thisClass().asInternalName();
    file =
        model
            .findAttribute(Attributes.sourceFile())
            .map(attribute -> attribute.sourceFile().stringValue())
            .orElse(name.replace('/', '.'));
    listed = AppClasses.refusable(name);
    refusable = listed || hierarchy.isBrought();
    looksUp =
        refusable
            && model
                .superclass()
                .filter(parent -> parent.asInternalName().equals("java/lang/ClassLoader"))
                .isEmpty();
    this.hierarchy = hierarchy;
    superHasIdentityHash =
        model.superclass().isPresent()
            && hierarchy.inheritsIdentityHash(model.superclass().get().asInternalName());
  }

  String name() {
    return name;
  }

  List<Refused> refused() {
    return refused;
  }

  /** Returns whether the hash code that the class inherits is Object's. */
  boolean superHasIdentityHash() {
    return superHasIdentityHash;
  }

  /** Returns the hook to call for a method, or null when the call stays. */
  @Nullable Hook hookFor(String owner, String member, String descriptor) {
    if (member.equals("wait") || member.startsWith("notify")) {
      return Calls.find(OBJECT, member, descriptor); // final: no class can mean another by it
    }
    return Calls.find(
        Calls.maybeInherited(member) ? hierarchy.closestInJdk(owner) : owner, member, descriptor);
  }

  /** Returns why a member must not be used, or null when it may be. */
  @Nullable Refusal refusalFor(String owner, String member) {
    if (!refusable) {
      return null;
    }
    return Refusals.find(
        Refusals.maybeInherited(member) ? hierarchy.closestInJdk(owner) : owner, member);
  }

  /** Returns why a constructor must not be called, or null when it may be. */
  @Nullable Refusal refusalForConstructor(String owner, String descriptor) {
    return refusable ? Refusals.findConstructor(owner, descriptor) : null;
  }

  /** Returns what the result of a method goes through, or null when it goes through nothing. */
  @Nullable Hook filterFor(String owner, String member, String descriptor) {
    return looksUp ? Calls.filterOf(owner, member, descriptor) : null;
  }

  /** Returns what looks at the last argument of a method beforehand, or null when nothing does. */
  @Nullable Hook guardFor(String owner, String member, String descriptor) {
    return looksUp ? Calls.guardOf(owner, member, descriptor) : null;
  }

  /** Returns why there must be no method reference to a member, or null when there may be one. */
  @Nullable Refusal refusalForReference(String owner, String member, String descriptor) {
    if (member.equals("<init>")) {
      return refusalForConstructor(owner, descriptor);
    }
    boolean filtered = descriptor.startsWith("(") && filterFor(owner, member, descriptor) != null;
    return filtered
        ? new Refusal(Names.readable(owner) + "::" + member, RefusalRules.REFLECTION)
        : refusalFor(owner, member);
  }

  /** Returns why a static field must not be written in a method, or null when it may be. */
  @Nullable Refusal refusalForWrite(String owner, String field, String method) {
    boolean initialises = owner.equals(name) && method.equals("<clinit>");
    boolean synthetic = field.startsWith("$");
    return !refusable || initialises || synthetic || !AppClasses.refusable(owner)
        ? null
        : Refusals.ofStaticWrite(owner, field);
  }

  /** Notes a refusal, once for each line, and returns the text that names it. */
  String refuse(Refusal refusal, int line) {
    Refused place =
        new Refused(name.replace('/', '.'), file, line, refusal.what(), refusal.instead());
    if (listed && !refused.contains(place)) {
      refused.add(place);
    }
    return place.toString();
  }

  /** Notes a method that must not be declared. */
  void refuseDeclaration(Refusal refusal, int line) {
    if (listed) {
      var unused = refuse(refusal, line);
    }
  }
}
