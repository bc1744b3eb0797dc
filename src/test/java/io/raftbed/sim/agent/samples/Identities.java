package io.raftbed.sim.agent.samples;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Classes with and without a hash code of their own. */
public class Identities {
  /** Inherits Object's. */
  public static class Plain {}

  /** Inherits Plain's. */
  public static class Derived extends Plain {}

  /** Inherits Object's through a class of the JDK. */
  public static class Failure extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /** Inherits that of a list. */
  public static class Names extends java.util.ArrayList<String> {
    private static final long serialVersionUID = 1L;
  }

  /** Asks for Object's by name. */
  public static class Asking {
    @Override
    @SuppressWarnings("SuperCallToObjectMethod")
    public int hashCode() {
      return super.hashCode() + 1000;
    }

    @Override
    public boolean equals(Object other) {
      return this == other;
    }
  }

  public static Object make(String what) {
    Supplier<Object> reference = Object::new;
    return switch (what) {
      case "plain" -> new Plain();
      case "derived" -> new Derived();
      case "failure" -> new Failure();
      case "names" -> new Names();
      case "asking" -> new Asking();
      case "object" -> new Object();
      default -> reference.get();
    };
  }

  public static int ofJdk(AtomicInteger value) {
    return value.hashCode();
  }

  public static int ofString(Object value) {
    return value.hashCode();
  }

  public static List<Integer> identity(Object value) {
    return List.of(System.identityHashCode(value), System.identityHashCode(null));
  }
}
