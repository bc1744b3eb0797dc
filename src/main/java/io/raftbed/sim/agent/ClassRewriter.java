package io.raftbed.sim.agent;

import io.raftbed.sim.agent.Refusals.Refusal;
import java.lang.classfile.AccessFlags;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodBuilder;
import java.lang.classfile.MethodElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Superclass;
import java.lang.classfile.instruction.LineNumber;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rewrites one class, where anything in it needs to be. */
final class ClassRewriter implements ClassTransform {
  private final ClassModel model;
  private final RewrittenClass type;
  private final Set<MethodModel> methods = new HashSet<>();
  private final @Nullable ClassDesc superclass;
  private final boolean addsHash;

  /**
   * What came of a class.
   *
   * @param bytes the new class file, or null when the class stays as it is
   * @param refused what it uses and must not
   */
  @SuppressWarnings("ArrayRecordComponent") // handed to the JVM and never compared
  record Result(byte @Nullable [] bytes, List<Refused> refused) {}

  private ClassRewriter(ClassModel model, ClassHierarchy hierarchy) {
    this.model = model;
    type = new RewrittenClass(model, hierarchy);
    superclass =
        model
            .superclass()
            .map(parent -> Substitutes.forSubclasses(parent.asInternalName()))
            .orElse(null);
    addsHash =
        !model.flags().has(AccessFlag.INTERFACE)
            && type.superHasIdentityHash()
            && !ClassHierarchy.declaresHashCode(model);
    for (MethodModel method : model.methods()) {
      look(method);
    }
  }

  static Result rewrite(byte[] bytes, ClassHierarchy hierarchy) {
    ClassFile format = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(hierarchy));
    ClassModel model = format.parse(bytes);
    if (model.isModuleInfo()) {
      return new Result(null, List.of());
    }
    ClassRewriter rewriter = new ClassRewriter(model, hierarchy);
    byte[] rewritten = rewriter.needed() ? format.transformClass(model, rewriter) : null;
    return new Result(rewritten, rewriter.type.refused());
  }

  private void look(MethodModel method) {
    String name = method.methodName().stringValue();
    CodeModel code = method.code().orElse(null);
    Refusal refusal =
        Refusals.ofDeclaration(
            type.name(),
            name,
            method.methodType().stringValue(),
            method.flags().has(AccessFlag.NATIVE));
    if (refusal != null) {
      type.refuseDeclaration(refusal, code == null ? 0 : firstLine(code));
    }
    if (code != null
        && (method.flags().has(AccessFlag.SYNCHRONIZED)
            || CodeScan.needsRewriting(type, name, code))) {
      methods.add(method);
    }
  }

  private static int firstLine(CodeModel code) {
    for (CodeElement element : code) {
      if (element instanceof LineNumber number) {
        return number.line();
      }
    }
    return 0;
  }

  private boolean needed() {
    return addsHash || superclass != null || !methods.isEmpty();
  }

  @Override
  public void accept(ClassBuilder builder, ClassElement element) {
    if (element instanceof Superclass && superclass != null) {
      builder.withSuperclass(superclass);
    } else if (element instanceof MethodModel method && methods.contains(method)) {
      builder.transformMethod(method, this::rewrite);
    } else {
      builder.with(element);
    }
  }

  @Override
  public void atEnd(ClassBuilder builder) {
    if (addsHash) {
      IdentityHash.addTo(builder, model.thisClass().asSymbol());
    }
  }

  private void rewrite(MethodBuilder builder, MethodElement element) {
    if (element instanceof AccessFlags flags) {
      builder.withFlags(flags.flagsMask() & ~ClassFile.ACC_SYNCHRONIZED);
    } else if (element instanceof CodeModel code) {
      builder.transformCode(code, transformOf(code));
    } else {
      builder.with(element);
    }
  }

  private CodeTransform transformOf(CodeModel code) {
    MethodModel method = code.parent().orElseThrow();
    CodeTransform instructions = new CodeRewriter(type, method.methodName().stringValue());
    if (!method.flags().has(AccessFlag.SYNCHRONIZED)) {
      return instructions;
    }
    boolean isStatic = method.flags().has(AccessFlag.STATIC);
    return instructions.andThen(
        new SynchronizedBody(isStatic ? model.thisClass().asSymbol() : null));
  }
}
