package io.raftbed.sim.agent.samples;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Static fields that replicas could speak through. */
public class SharedState {
  static final Map<String, String> MAP = new HashMap<>();
  static final AtomicInteger COUNTER = new AtomicInteger();
  static final List<String> SYNCHRONIZED = Collections.synchronizedList(new ArrayList<>());
  static final byte[] BYTES = {1};
  static final StringBuilder BUILDER = new StringBuilder();
  static final Random RANDOM = new Random(1);
  static final Thread THREAD = new Thread(() -> {});
  static final Map<String, String> SUBCLASS = new ConcurrentHashMap<>() {};
  static final Cell CELL = new Cell();
  static final Holder HOLDER = new Holder(new ArrayList<>());
  static final List<Cell> CELLS = List.of(new Cell());
  static final Supplier<Integer> CAPTURED = counter(new AtomicInteger());
  static List<String> list = new ArrayList<>();

  /** Can change. */
  static class Cell {
    int value;
  }

  /** Cannot change itself, but what it holds can. */
  record Holder(List<String> names) {}

  private static Supplier<Integer> counter(AtomicInteger value) {
    return value::incrementAndGet;
  }
}
