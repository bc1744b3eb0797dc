package io.raftbed.sim;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What one life of a node holds.
 *
 * @param references how many references it has to objects of each class, by the class's name
 * @param threads how many of its threads have started and not ended
 */
public record Holdings(SortedMap<String, Integer> references, int threads) {

  /** Returns how many references there are in all. */
  public int size() {
    return references.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Returns the classes that have more references now, and how many more. */
  public SortedMap<String, Integer> growthSince(Holdings earlier) {
    SortedMap<String, Integer> growth = new TreeMap<>();
    references.forEach((type, count) -> {
      int more = count - earlier.references.getOrDefault(type, 0);
      if (more > 0) {
        growth.put(type, more);
      }
    });
    return growth;
  }
}
