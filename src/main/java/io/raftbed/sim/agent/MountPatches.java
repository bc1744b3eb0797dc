package io.raftbed.sim.agent;

import static java.lang.constant.ConstantDescs.CD_boolean;
import static java.lang.constant.ConstantDescs.CD_int;
import static java.lang.constant.ConstantDescs.CD_void;

import io.raftbed.sim.agent.JdkPatch.Replace;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.Label;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.List;

/**
 * Takes the reports to JVMTI out of the way that a virtual thread goes with each switch: four calls
 * into the JVM, which pays for them as soon as any agent is loaded. Debuggers and profilers need
 * them; Raftbed's agent does not.
 *
 * <p>Where a thread was stopped inside a native monitor, the JVM itself has begun the report of its
 * unmount and will end that of its mount, so there the other halves stay.
 */
final class MountPatches {
  private static final ClassDesc VIRTUAL_THREAD = ClassDesc.of("java.lang.VirtualThread");
  private static final String VT = "java/lang/VirtualThread";
  private static final MethodTypeDesc NOTIFY = MethodTypeDesc.of(CD_void, CD_boolean);

  /** States of java.lang.VirtualThread; from this one on they are about native monitors. */
  private static final int BLOCKING = 12;

  private static final int UNBLOCKED = 14;

  /** Where runContinuation keeps the state in which it found the thread. */
  private static final int INITIAL_STATE = 1;

  private MountPatches() {}

  static List<JdkPatch> patches() {
    return List.of(
        new JdkPatch(VT, "mount()V", silent("notifyJvmtiMount(Z)V")),
        new JdkPatch(VT, "yieldContinuation()Z", silent("notifyJvmtiMount(Z)V")),
        new JdkPatch(VT, "yieldContinuation()Z", silent("notifyJvmtiUnmount(Z)V")),
        new JdkPatch(
            VT + "$VThreadContinuation$1",
            "run()V",
            new Replace(VT + ".notifyJvmtiStart()V", CodeBuilder::pop)),
        new JdkPatch(
            VT + "$VThreadContinuation$1",
            "run()V",
            new Replace(VT + ".notifyJvmtiEnd()V", CodeBuilder::pop)),
        new JdkPatch(
            VT, "unmount()V", new Replace(VT + ".notifyJvmtiUnmount(Z)V", MountPatches::unmounted)),
        new JdkPatch(VT, "runContinuation()V", new Replace(VT + ".mount()V", MountPatches::mount)));
  }

  private static Replace silent(String report) {
    return new Replace(VT + "." + report, code -> code.pop().pop());
  }

  private static void unmounted(CodeBuilder code) {
    Label silent = code.newLabel();
    Label end = code.newLabel();
    code.aload(0).getfield(VIRTUAL_THREAD, "state", CD_int).bipush(BLOCKING).if_icmplt(silent);
    code.invokevirtual(VIRTUAL_THREAD, "notifyJvmtiUnmount", NOTIFY).goto_(end);
    code.labelBinding(silent).pop().pop().labelBinding(end);
  }

  private static void mount(CodeBuilder code) {
    Label silent = code.newLabel();
    code.iload(INITIAL_STATE).bipush(UNBLOCKED).if_icmpne(silent);
    code.aload(0).iconst_1().invokevirtual(VIRTUAL_THREAD, "notifyJvmtiMount", NOTIFY);
    code.labelBinding(silent).invokevirtual(VIRTUAL_THREAD, "mount", MethodTypeDesc.of(CD_void));
  }
}
