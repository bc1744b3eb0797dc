package io.raftbed.sim.agent;

import io.raftbed.sim.agent.Calls.Hook;
import java.lang.classfile.ClassBuilder;
import java.lang.classfile.ClassFile;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;

/**
 * Gives a class that inherits Object's hash code a field that remembers a repeatable one. The field
 * is {@link IdentityObject#SHARED} in objects that several simulations can see.
 */
final class IdentityHash {
  static final String FIELD = "$identityHash";

  private static final Hook NEW = Hook.of(Hooks.class, "newIdentityHash", "(Ljava/lang/Object;)I");
  private static final Hook OF_SHARED =
      Hook.of(Hooks.class, "identityHashCode", "(Ljava/lang/Object;)I");

  private IdentityHash() {}

  static void addTo(ClassBuilder builder, ClassDesc type) {
    builder.withField(
        FIELD,
        ConstantDescs.CD_int,
        ClassFile.ACC_PRIVATE | ClassFile.ACC_TRANSIENT | ClassFile.ACC_SYNTHETIC);
    builder.withMethodBody(
        "hashCode",
        MethodTypeDesc.of(ConstantDescs.CD_int),
        ClassFile.ACC_PUBLIC | ClassFile.ACC_SYNTHETIC,
        code -> hashCode(code, type));
  }

  private static void hashCode(CodeBuilder code, ClassDesc type) {
    Label known = code.newLabel();
    Label own = code.newLabel();
    code.aload(0).getfield(type, FIELD, ConstantDescs.CD_int).istore(1);
    code.iload(1).ifne(known);
    code.aload(0);
    CodeRewriter.call(code, NEW);
    code.istore(1).aload(0).iload(1).putfield(type, FIELD, ConstantDescs.CD_int);
    code.labelBinding(known).iload(1).ifge(own);
    code.aload(0);
    CodeRewriter.call(code, OF_SHARED);
    code.ireturn();
    code.labelBinding(own).iload(1).ireturn();
  }
}
