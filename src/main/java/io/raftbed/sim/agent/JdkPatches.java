package io.raftbed.sim.agent;

import static io.raftbed.sim.agent.JdkHook.HOOK;
import static java.lang.constant.ConstantDescs.CD_long;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.constant.MethodTypeDesc;
import java.lang.instrument.ClassFileTransformer;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Patches the JDK classes through which time, threads and chance enter: each read of the clock in
 * the classes that wait, and the methods of {@link JdkPatchTable} and {@link MountPatches}.
 */
final class JdkPatches implements ClassFileTransformer {
  private static final MethodTypeDesc LONG = MethodTypeDesc.of(CD_long);

  private static final int CORES = 4;

  private final Set<String> types = new TreeSet<>();
  private final Map<String, List<JdkPatch>> byType = new HashMap<>();
  private final Map<String, String> failures = new ConcurrentHashMap<>();
  private final Set<JdkPatch> applied = ConcurrentHashMap.newKeySet();

  JdkPatches(List<JdkPatch> patches) {
    types.addAll(ClockReaders.CLOCK);
    types.addAll(ClockReaders.CORES);
    for (JdkPatch patch : patches) {
      types.add(patch.type());
      byType.computeIfAbsent(patch.type(), type -> new java.util.ArrayList<>()).add(patch);
    }
  }

  /**
   * Returns the classes that are patched. They must be loaded before the first simulation: the JVM
   * does not show an agent the classes that are loaded while it rewrites another one.
   */
  Set<String> types() {
    return types;
  }

  /** Fails when a class that was loaded already did not have the shape a patch expects. */
  void requireAllApplied() {
    if (!failures.isEmpty()) {
      throw new UnsupportedJdkException(
          "this JDK is not built as Raftbed expects: " + new TreeSet<>(failures.values()));
    }
  }

  @Override
  public byte @Nullable [] transform(
      @Nullable ClassLoader loader,
      @Nullable String type,
      @Nullable Class<?> redefined,
      @Nullable ProtectionDomain domain,
      byte[] bytes) {
    if (loader != null || type == null || !types.contains(type)) {
      return null;
    }
    try {
      return patch(type, bytes);
    } catch (RuntimeException | LinkageError e) {
      failures.put(type, type + ": " + e);
      return null;
    }
  }

  private byte[] patch(String type, byte[] bytes) {
    ClassFile classFile = ClassFile.of();
    ClassModel model = classFile.parse(bytes);
    List<JdkPatch> patches = byType.getOrDefault(type, List.of());
    ClassTransform transform =
        (builder, element) -> {
          if (element instanceof MethodModel method && method.code().isPresent()) {
            builder.transformMethod(
                method, MethodTransform.transformingCode(edits(type, patches, method)));
          } else {
            builder.with(element);
          }
        };
    byte[] patched = classFile.transformClass(model, transform);
    for (JdkPatch patch : patches) {
      if (!applied.contains(patch)) {
        failures.put(type + patch.method(), type + "." + patch.method() + " not found");
      }
    }
    return patched;
  }

  private CodeTransform edits(String type, List<JdkPatch> patches, MethodModel method) {
    CodeTransform transform = clockReads(type);
    String name = method.methodName().stringValue() + method.methodType().stringValue();
    for (JdkPatch patch : patches) {
      if (patch.method().equals(name)) {
        transform = transform.andThen(edit(patch));
      }
    }
    return transform;
  }

  private CodeTransform edit(JdkPatch patch) {
    if (patch.edit() instanceof JdkPatch.Prefix prefix) {
      return new CodeTransform() {
        @Override
        public void atStart(CodeBuilder code) {
          prefix.code().accept(code);
          applied.add(patch);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
          code.with(element);
        }
      };
    }
    return (code, element) -> {
      if (patch.apply(code, element)) {
        applied.add(patch);
      }
    };
  }

  private static CodeTransform clockReads(String type) {
    boolean clock = ClockReaders.CLOCK.contains(type);
    boolean cores = ClockReaders.CORES.contains(type);
    return (code, element) -> {
      if (element instanceof InvokeInstruction invoke) {
        String owner = invoke.owner().asInternalName();
        String name = invoke.name().stringValue();
        if (clock
            && owner.equals("java/lang/System")
            && (name.equals("nanoTime") || name.equals("currentTimeMillis"))) {
          code.invokestatic(HOOK, name, LONG);
          return;
        }
        if (cores && name.equals("availableProcessors")) {
          code.pop().loadConstant(CORES);
          return;
        }
      }
      code.with(element);
    };
  }
}
