package io.raftbed.sim.agent;

import io.raftbed.sim.agent.Calls.Hook;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Label;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import org.jspecify.annotations.Nullable;

/** Wraps the body of a synchronized method, which enters its monitor in its own code from now. */
final class SynchronizedBody implements CodeTransform {
  static final Hook ENTER = Hook.of(MonitorHooks.class, "enter", "(Ljava/lang/Object;)V");
  static final Hook EXIT = Hook.of(MonitorHooks.class, "exit", "(Ljava/lang/Object;)V");

  /** The class that a static method locks, or null where it is an instance's. */
  private final @Nullable ClassDesc lockedClass;

  private @Nullable Label start;
  private int monitor;

  SynchronizedBody(@Nullable ClassDesc lockedClass) {
    this.lockedClass = lockedClass;
  }

  @Override
  public void atStart(CodeBuilder builder) {
    if (lockedClass == null) {
      builder.aload(0);
    } else {
      builder.loadConstant(lockedClass);
    }
    monitor = builder.allocateLocal(TypeKind.REFERENCE);
    builder.dup().astore(monitor);
    CodeRewriter.call(builder, ENTER);
    start = builder.newBoundLabel();
  }

  @Override
  public void accept(CodeBuilder builder, CodeElement element) {
    if (element instanceof ReturnInstruction) {
      exit(builder);
    }
    builder.with(element);
  }

  /** Comes last in the table of handlers, so that the method's own ones go first. */
  @Override
  public void atEnd(CodeBuilder builder) {
    Label end = builder.newBoundLabel();
    exit(builder);
    builder.athrow();
    if (start != null) {
      builder.exceptionCatchAll(start, end, end);
    }
  }

  private void exit(CodeBuilder builder) {
    builder.aload(monitor);
    CodeRewriter.call(builder, EXIT);
  }
}
