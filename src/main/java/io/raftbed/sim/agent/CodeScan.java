package io.raftbed.sim.agent;

import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LabelTarget;
import java.lang.classfile.instruction.MonitorInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;

/**
 * Looks whether a method needs rewriting at all; most do not and are copied as they are. Here and
 * where it rewrites, the agent asks with instanceof: a switch over types links slowly at start-up.
 */
final class CodeScan {
  private final RewrittenClass type;
  private final String method;
  private final Loops loops = new Loops();

  private CodeScan(RewrittenClass type, String method) {
    this.type = type;
    this.method = method;
  }

  static boolean needsRewriting(RewrittenClass type, String method, CodeModel code) {
    if (Loops.isTurnedByOthers(method)) {
      return true;
    }
    CodeScan scan = new CodeScan(type, method);
    for (CodeElement element : code) {
      if (scan.needsRewriting(element)) {
        return true;
      }
    }
    return false;
  }

  private boolean needsRewriting(CodeElement element) {
    if (element instanceof InvokeInstruction call) {
      return needsRewriting(call);
    } else if (element instanceof FieldInstruction access) {
      return needsRewriting(access);
    } else if (element instanceof NewObjectInstruction creation) {
      return needsRewriting(creation);
    } else if (element instanceof InvokeDynamicInstruction dynamic) {
      return Handles.needRewriting(dynamic.invokedynamic(), type);
    } else if (element instanceof LabelTarget target) {
      loops.pass(target.label());
      return false;
    }
    return element instanceof MonitorInstruction || loops.goesBack(element);
  }

  private boolean needsRewriting(NewObjectInstruction creation) {
    String made = creation.className().asInternalName();
    return Substitutes.forNew(made) != null || type.refusalFor(made, "<init>") != null;
  }

  private boolean needsRewriting(InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    String descriptor = call.type().stringValue();
    return call.opcode() == Opcode.INVOKESPECIAL
            && name.equals("<init>")
            && (Substitutes.forSubclasses(owner) != null
                || Calls.ofSeedlessConstructor(owner, descriptor) != null
                || type.refusalForConstructor(owner, descriptor) != null)
        || type.hookFor(owner, name, descriptor) != null
        || type.filterFor(owner, name, descriptor) != null
        || type.refusalFor(owner, name) != null;
  }

  private boolean needsRewriting(FieldInstruction access) {
    String owner = access.owner().asInternalName();
    String name = access.name().stringValue();
    return access.opcode() == Opcode.GETSTATIC && Calls.ofField(owner, name) != null
        || type.refusalFor(owner, name) != null
        || access.opcode() == Opcode.PUTSTATIC && type.refusalForWrite(owner, name, method) != null;
  }
}
