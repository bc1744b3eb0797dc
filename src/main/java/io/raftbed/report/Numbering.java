package io.raftbed.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers things from 0 in the order in which they come; what is equal has one number. */
final class Numbering<T> {

  private final Map<T, Integer> numbers = new LinkedHashMap<>();

  int of(T thing) {
    return numbers.computeIfAbsent(thing, _ -> numbers.size());
  }

  List<T> all() {
    return new ArrayList<>(numbers.keySet());
  }
}
