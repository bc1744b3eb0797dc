package io.raftbed.sim;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The JVM's own view of native monitors, as its thread dumps have it (jdk.internal.vm). */
final class ThreadSnapshots {
  private static final MethodHandle OF;
  private static final MethodHandle BLOCKED_ON;
  private static final MethodHandle STACK;
  private static final MethodHandle OWNED_AT;

  static {
    try {
      Class<?> type = Class.forName("jdk.internal.vm.ThreadSnapshot");
      MethodHandles.Lookup lookup = MethodHandles.privateLookupIn(type, MethodHandles.lookup());
      OF = lookup.findStatic(type, "of", MethodType.methodType(type, Thread.class));
      BLOCKED_ON = lookup.findVirtual(type, "blockedOn", MethodType.methodType(Object.class));
      STACK =
          lookup.findVirtual(type, "stackTrace", MethodType.methodType(StackTraceElement[].class));
      OWNED_AT =
          lookup.findVirtual(
              type, "ownedMonitorsAt", MethodType.methodType(Stream.class, int.class));
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  private ThreadSnapshots() {}

  /**
   * Initialises this class before it is needed: a carrier that looks who holds a monitor must not
   * load classes then, for the monitor may be the class loader's.
   */
  static void initialize() {}

  /** Returns the object whose native monitor a blocked thread waits to enter, if it still does. */
  static @Nullable Object blockedOn(Thread thread) {
    try {
      Object snapshot = OF.invoke(thread);
      return snapshot == null ? null : BLOCKED_ON.invoke(snapshot);
    } catch (IllegalStateException noLongerBlocked) {
      return null;
    } catch (Throwable e) {
      throw new IllegalStateException("the JDK's thread snapshots are not as expected", e);
    }
  }

  /** Whether a thread holds the native monitor of an object. */
  static boolean holds(Thread thread, Object object) {
    try {
      Object snapshot = OF.invoke(thread);
      if (snapshot == null) {
        return false;
      }
      int depth = ((StackTraceElement[]) STACK.invoke(snapshot)).length;
      for (int i = 0; i < depth; i++) {
        if (((Stream<?>) OWNED_AT.invoke(snapshot, i)).anyMatch(owned -> owned == object)) {
          return true;
        }
      }
      return false;
    } catch (Throwable e) {
      throw new IllegalStateException("the JDK's thread snapshots are not as expected", e);
    }
  }
}
