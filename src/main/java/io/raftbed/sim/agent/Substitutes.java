package io.raftbed.sim.agent;

import java.lang.constant.ClassDesc;
import org.jspecify.annotations.Nullable;

/** Classes of the JDK that rewritten classes make and extend a class of ours for. */
final class Substitutes {
  private static final ClassDesc THREAD = desc(SimThread.class);
  private static final ClassDesc SECURE_RANDOM = desc(SeededSecureRandom.class);
  private static final ClassDesc OBJECT = desc(IdentityObject.class);

  private Substitutes() {}

  /** Returns what a class is made as with {@code new}. */
  static @Nullable ClassDesc forNew(String internal) {
    return internal.equals("java/lang/Object") ? OBJECT : forSubclasses(internal);
  }

  /** Returns what a class is extended as. */
  static @Nullable ClassDesc forSubclasses(String internal) {
    return switch (internal) {
      case "java/lang/Thread" -> THREAD;
      case "java/security/SecureRandom" -> SECURE_RANDOM;
      default -> null;
    };
  }

  private static ClassDesc desc(Class<?> type) {
    return ClassDesc.of(type.getName());
  }
}
