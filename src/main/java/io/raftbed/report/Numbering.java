package io.raftbed.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers things from 0 in the order in which they come; what is equal has one number. */
final class Numbering<T> {

  private final Map<T, Integer> numbers = new LinkedHashMap<>();

  /** Returns one that numbers these first. */
  static <T> Numbering<T> startingWith(List<T> things) {
    Numbering<T> numbering = new Numbering<>();
    things.forEach(numbering::of);
    return numbering;
  }

  int of(T thing) {
    return numbers.computeIfAbsent(thing, _ -> numbers.size());
  }

  List<T> all() {
    return new ArrayList<>(numbers.keySet());
  }
}
