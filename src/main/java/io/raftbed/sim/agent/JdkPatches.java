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
import java.nio.charset.StandardCharsets;
import java.security.ProtectionDomain;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Patches the JDK classes through which time, threads and chance enter: each read of the clock in
 * the classes that wait, and the methods of {@link JdkPatchTable}.
 */
final class JdkPatches implements ClassFileTransformer {
  private static final MethodTypeDesc LONG = MethodTypeDesc.of(CD_long);

  /** Their spin counts depend on the number of cores, which must not decide a schedule. */
  private static final List<String> CORE_COUNTERS =
      List.of(
          "java/util/concurrent/LinkedTransferQueue",
          "java/util/concurrent/Phaser",
          "java/util/concurrent/Exchanger");

  private static final int CORES = 4;

  private final Map<String, List<JdkPatch>> byType = new HashMap<>();
  private final Map<String, String> failures = new ConcurrentHashMap<>();
  private final Map<String, Boolean> applied = new ConcurrentHashMap<>();

  JdkPatches() {
    for (JdkPatch patch : JdkPatchTable.patches()) {
      byType.computeIfAbsent(patch.type(), type -> new java.util.ArrayList<>()).add(patch);
    }
  }

  /** Whether a JDK class is patched: in its methods, or in its reads of the clock. */
  boolean concerns(String type) {
    return byType.containsKey(type) || readsClock(type);
  }

  private static boolean readsClock(String type) {
    return type.startsWith("java/util/concurrent/")
        || type.startsWith("java/util/Timer")
        || type.startsWith("java/time/Clock")
        || type.equals("java/lang/Thread")
        || type.equals("java/lang/VirtualThread")
        || type.equals("java/util/Date")
        || type.equals("java/util/Calendar")
        || type.equals("java/util/GregorianCalendar")
        || type.equals("java/util/Random");
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
    if (loader != null || type == null || !concerns(type) || !hasEdits(type, bytes)) {
      return null;
    }
    try {
      return patch(type, bytes);
    } catch (RuntimeException | LinkageError e) {
      failures.put(type, type + ": " + e);
      return null;
    }
  }

  /** Most classes are left as they are; the names that they use tell so without parsing them. */
  private boolean hasEdits(String type, byte[] bytes) {
    return byType.containsKey(type)
        || uses(bytes, "nanoTime")
        || uses(bytes, "currentTimeMillis")
        || CORE_COUNTERS.contains(type);
  }

  private static boolean uses(byte[] bytes, String name) {
    return new String(bytes, StandardCharsets.ISO_8859_1).contains(name);
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
      if (!applied.containsKey(patch.type() + "." + patch.method())) {
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
    String key = patch.type() + "." + patch.method();
    if (patch.edit() instanceof JdkPatch.Prefix prefix) {
      return new CodeTransform() {
        @Override
        public void atStart(CodeBuilder code) {
          prefix.code().accept(code);
          applied.put(key, true);
        }

        @Override
        public void accept(CodeBuilder code, CodeElement element) {
          code.with(element);
        }
      };
    }
    return (code, element) -> {
      if (patch.apply(code, element)) {
        applied.put(key, true);
      }
    };
  }

  private static CodeTransform clockReads(String type) {
    boolean clock = readsClock(type);
    boolean cores = CORE_COUNTERS.contains(type);
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
