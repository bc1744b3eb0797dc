package io.raftbed.sim.agent;

import io.raftbed.sim.agent.Calls.Hook;
import io.raftbed.sim.agent.Refusals.Refusal;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.LineNumber;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import org.jspecify.annotations.Nullable;

/** Rewrites the instructions of one method, each by itself. */
final class CodeRewriter implements CodeTransform {
  private static final Hook POLL = Hook.of(Hooks.class, "poll", "()V");
  private static final Hook REFUSE = Hook.of(Hooks.class, "refuse", "(Ljava/lang/String;)V");
  private static final Hook SEED = Hook.of(RandomHooks.class, "seed", "()J");
  private static final MethodTypeDesc SEEDED = MethodTypeDesc.ofDescriptor("(J)V");
  private static final Hook IDENTITY =
      Hook.of(Hooks.class, "identityHashCode", "(Ljava/lang/Object;)I");

  private final RewrittenClass type;
  private final String method;
  private final Loops loops = new Loops();
  private int line;

  /** How many bare Objects were made whose constructor was not called yet. */
  private int unconstructed;

  CodeRewriter(RewrittenClass type, String method) {
    this.type = type;
    this.method = method;
  }

  /** A loop inside the JDK turns the program's lambdas. */
  @Override
  public void atStart(CodeBuilder builder) {
    if (Loops.isTurnedByOthers(method)) {
      call(builder, POLL);
    }
  }

  @Override
  public void accept(CodeBuilder builder, CodeElement element) {
    if (element instanceof InvokeInstruction call) {
      if (call.name().equalsString("<init>")) {
        rewriteConstructor(builder, call);
      } else {
        rewriteCall(builder, call);
      }
    } else if (element instanceof FieldInstruction access) {
      rewriteAccess(builder, access);
    } else if (element instanceof NewObjectInstruction creation) {
      rewriteNew(builder, creation);
    } else if (element instanceof InvokeDynamicInstruction dynamic) {
      rewriteDynamic(builder, dynamic);
    } else if (element instanceof MonitorInstruction monitor) {
      boolean enters = monitor.opcode() == Opcode.MONITORENTER;
      call(builder, enters ? SynchronizedBody.ENTER : SynchronizedBody.EXIT);
    } else {
      pass(builder, element);
    }
  }

  private void pass(CodeBuilder builder, CodeElement element) {
    if (element instanceof LineNumber number) {
      line = number.line();
    } else if (element instanceof LabelTarget target) {
      loops.pass(target.label());
    } else if (loops.goesBack(element)) {
      call(builder, POLL);
    }
    builder.with(element);
  }

  private void rewriteNew(CodeBuilder builder, NewObjectInstruction creation) {
    String made = creation.className().asInternalName();
    refuse(builder, type.refusalFor(made, "<init>"));
    ClassDesc substitute = Substitutes.forNew(made);
    if (substitute == null) {
      builder.with(creation);
    } else {
      unconstructed += made.equals("java/lang/Object") ? 1 : 0;
      builder.new_(substitute);
    }
  }

  /** Calls of a constructor follow {@code new}, or a subclass's own constructor makes them. */
  private void rewriteConstructor(CodeBuilder builder, InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    String descriptor = call.type().stringValue();
    refuse(builder, type.refusalForConstructor(owner, descriptor));
    ClassDesc substitute = Substitutes.forSubclasses(owner);
    if (owner.equals("java/lang/Object") && unconstructed > 0) {
      unconstructed--;
      substitute = Substitutes.forNew(owner);
    }
    if (substitute != null) {
      builder.invokespecial(substitute, "<init>", call.typeSymbol());
    } else if (Calls.ofSeedlessConstructor(owner, descriptor) != null) {
      call(builder, SEED);
      builder.invokespecial(ClassDesc.ofInternalName(owner), "<init>", SEEDED);
    } else {
      builder.with(call);
    }
  }

  private void rewriteCall(CodeBuilder builder, InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    refuse(builder, type.refusalFor(owner, name));
    Hook hook = type.hookFor(owner, name, call.type().stringValue());
    if (hook != null && call.opcode() == Opcode.INVOKESPECIAL && name.equals("hashCode")) {
      hook = type.superHasIdentityHash() ? IDENTITY : null;
    }
    if (hook == null) {
      reflect(builder, call);
    } else {
      call(builder, hook);
    }
  }

  private void reflect(CodeBuilder builder, InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    String descriptor = call.type().stringValue();
    Hook guard = type.guardFor(owner, name, descriptor);
    if (guard != null) {
      builder.dup();
      call(builder, guard);
    }
    builder.with(call);
    Hook filter = type.filterFor(owner, name, descriptor);
    if (filter != null) {
      call(builder, filter);
    }
  }

  private void rewriteAccess(CodeBuilder builder, FieldInstruction access) {
    String owner = access.owner().asInternalName();
    String name = access.name().stringValue();
    refuse(builder, type.refusalFor(owner, name));
    if (access.opcode() == Opcode.PUTSTATIC) {
      refuse(builder, type.refusalForWrite(owner, name, method));
    }
    Hook hook = access.opcode() == Opcode.GETSTATIC ? Calls.ofField(owner, name) : null;
    if (hook == null) {
      builder.with(access);
    } else {
      call(builder, hook);
    }
  }

  private void rewriteDynamic(CodeBuilder builder, InvokeDynamicInstruction dynamic) {
    for (Refusal refusal : Handles.refusals(dynamic.invokedynamic(), type)) {
      refuse(builder, refusal);
    }
    if (Handles.needRewriting(dynamic.invokedynamic(), type)) {
      builder.invokedynamic(Handles.rewrite(dynamic.invokedynamic(), type));
    } else {
      builder.with(dynamic);
    }
  }

  /** The refused instruction stays behind the call, which does not return in a simulation. */
  private void refuse(CodeBuilder builder, @Nullable Refusal refusal) {
    if (refusal != null) {
      builder.loadConstant(type.refuse(refusal, line));
      call(builder, REFUSE);
    }
  }

  static void call(CodeBuilder builder, Hook hook) {
    builder.invokestatic(hook.owner(), hook.name(), hook.type());
  }
}
