package io.raftbed.sim.agent;

import java.lang.classfile.CodeElement;
import java.lang.classfile.Label;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.LookupSwitchInstruction;
import java.lang.classfile.instruction.SwitchCase;
import java.lang.classfile.instruction.TableSwitchInstruction;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells the jumps that go back, which every loop has, from those that go on. */
final class Loops {
  private final Set<Label> passed = new HashSet<>();

  /** Returns whether a method is the body of a lambda, which a loop of the JDK may call. */
  static boolean isTurnedByOthers(String method) {
    return method.startsWith("lambda$");
  }

  void pass(Label label) {
    passed.add(label);
  }

  boolean goesBack(CodeElement element) {
    if (element instanceof BranchInstruction jump) {
      return passed.contains(jump.target());
    } else if (element instanceof TableSwitchInstruction jump) {
      return anyPassed(jump.defaultTarget(), jump.cases());
    }
    return element instanceof LookupSwitchInstruction jump
        && anyPassed(jump.defaultTarget(), jump.cases());
  }

  private boolean anyPassed(Label first, List<SwitchCase> cases) {
    for (SwitchCase each : cases) {
      if (passed.contains(each.target())) {
        return true;
      }
    }
    return passed.contains(first);
  }
}
