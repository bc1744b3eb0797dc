package io.raftbed.sim.agent.samples;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.regex.Pattern;

/** Static fields that nothing can be told through. */
public class HarmlessStatics implements Callable<Integer> {
  static final Object LOCK = new Object();
  static final Key KEY = new Key();
  static final List<String> LIST = List.of("a", "b", "c");
  static final Set<String> SET = Collections.unmodifiableSet(Set.of("a"));
  static final Map<String, Point> MAP = Map.of("a", new Point(1, Optional.of("x")));
  static final byte[] EMPTY = {};
  static final Pattern PATTERN = Pattern.compile("a");
  static final Logger LOGGER = Logger.getLogger("sample");
  static final ThreadLocal<String> LOCAL = new ThreadLocal<>();
  static final TimeUnit UNIT = TimeUnit.SECONDS;
  static final Supplier<String> LAMBDA = () -> "a";
  static final Level LEVEL = Level.HIGH;
  static int max = 5;

  /** Has an identity. */
  static class Key {}

  /** A value. */
  record Point(int x, Optional<String> name) {}

  /** Constants with values. */
  enum Level {
    LOW(1),
    HIGH(2);

    final int value;

    Level(int value) {
      this.value = value;
    }
  }

  @Override
  public Integer call() {
    assert max > 0;
    return switch (LEVEL) {
      case LOW -> 1;
      case HIGH -> KEY.hashCode();
    };
  }
}
