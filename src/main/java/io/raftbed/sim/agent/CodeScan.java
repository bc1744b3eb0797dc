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

/** Looks whether a method needs rewriting at all; most do not and are copied as they are. */
final class CodeScan {
  private final RewrittenClass type;
  private final String method;
  private final Loops loops = new Loops();

  private CodeScan(RewrittenClass type, String method) {
    this.type = type;
    this.method = method;
  }

  static boolean needsRewriting(RewrittenClass type, String method, CodeModel code) {
    CodeScan scan = new CodeScan(type, method);
    for (CodeElement element : code) {
      if (scan.needsRewriting(element)) {
        return true;
      }
    }
    return false;
  }

  private boolean needsRewriting(CodeElement element) {
    return switch (element) {
      case LabelTarget target -> {
        loops.pass(target.label());
        yield false;
      }
      case MonitorInstruction monitor -> true;
      case InvokeInstruction call -> needsRewriting(call);
      case FieldInstruction access -> needsRewriting(access);
      case NewObjectInstruction creation -> {
        String made = creation.className().asInternalName();
        yield Substitutes.forNew(made) != null || type.refusalFor(made, "<init>") != null;
      }
      case InvokeDynamicInstruction dynamic ->
          Handles.needRewriting(dynamic.invokedynamic(), type);
      default -> loops.goesBack(element);
    };
  }

  private boolean needsRewriting(InvokeInstruction call) {
    String owner = call.owner().asInternalName();
    String name = call.name().stringValue();
    String descriptor = call.type().stringValue();
    return call.opcode() == Opcode.INVOKESPECIAL
            && name.equals("<init>")
            && (Substitutes.forSubclasses(owner) != null
                || Calls.ofSeedlessConstructor(owner, descriptor) != null)
        || type.hookFor(owner, name, descriptor) != null
        || type.refusalFor(owner, name) != null;
  }

  private boolean needsRewriting(FieldInstruction access) {
    String owner = access.owner().asInternalName();
    String name = access.name().stringValue();
    return access.opcode() == Opcode.GETSTATIC && Calls.ofField(owner, name) != null
        || type.refusalFor(owner, name) != null
        || access.opcode() == Opcode.PUTSTATIC
            && type.refusalForWrite(owner, name, method) != null;
  }
}
