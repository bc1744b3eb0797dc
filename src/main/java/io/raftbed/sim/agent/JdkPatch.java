package io.raftbed.sim.agent;

import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.util.function.Consumer;

/**
 * One change to one method of the JDK.
 *
 * @param type the class, as {@code java/lang/Thread}
 * @param method the method's name and descriptor, as {@code join(J)V}
 * @param edit what changes
 */
record JdkPatch(String type, String method, Edit edit) {

  /** What a patch does to the code of its method. */
  sealed interface Edit {}

  /** Runs before the method's own code; may return from it, else must fall through. */
  record Prefix(Consumer<CodeBuilder> code) implements Edit {}

  /** Stands in place of each call of one method. */
  record Replace(String call, Consumer<CodeBuilder> code) implements Edit {}

  /** Follows each call of one method, or each read of one field, and may change its result. */
  record Follow(String member, Consumer<CodeBuilder> code) implements Edit {}

  /** Stands in place of each read of one static field. */
  record ReplaceRead(String field, Consumer<CodeBuilder> code) implements Edit {}

  /** A prefix that returns early when a condition on the stack is not 0. */
  static Prefix unless(Consumer<CodeBuilder> condition, Consumer<CodeBuilder> early) {
    return new Prefix(code -> {
      Label own = code.newLabel();
      condition.accept(code);
      code.ifeq(own);
      early.accept(code);
      code.labelBinding(own);
    });
  }

  /** Emits one element of the method, changed or not; returns whether it was changed. */
  boolean apply(CodeBuilder code, CodeElement element) {
    switch (edit) {
      case Prefix prefix -> {
        code.with(element);
        return false;
      }
      case Replace(String call, Consumer<CodeBuilder> replacement) -> {
        if (element instanceof InvokeInstruction invoke && name(invoke).equals(call)) {
          replacement.accept(code);
          return true;
        }
      }
      case Follow(String member, Consumer<CodeBuilder> follower) -> {
        boolean here =
            element instanceof InvokeInstruction invoke && name(invoke).equals(member)
                || isRead(element, member);
        code.with(element);
        if (here) {
          follower.accept(code);
        }
        return here;
      }
      case ReplaceRead(String field, Consumer<CodeBuilder> replacement) -> {
        if (isRead(element, field)) {
          replacement.accept(code);
          return true;
        }
      }
    }
    code.with(element);
    return false;
  }

  private static String name(InvokeInstruction invoke) {
    return invoke.owner().asInternalName()
        + "."
        + invoke.name().stringValue()
        + invoke.type().stringValue();
  }

  private static boolean isRead(CodeElement element, String member) {
    return element instanceof FieldInstruction field
        && field.opcode() == Opcode.GETSTATIC
        && (field.owner().asInternalName() + "." + field.name().stringValue()).equals(member);
  }
}
