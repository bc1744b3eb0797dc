package io.raftbed.suite;

import java.util.Comparator;
import java.util.List;

/** What somebody may have meant who named something that does not exist. */
public final class NearestNames {
  private NearestNames() {}

  /**
   * Returns the names that are nearest to one: first those that begin with it.
   *
   * @param most how many names at most
   */
  public static List<String> of(String name, List<String> names, int most) {
    return names.stream()
        .sorted(
            Comparator.comparingInt((String valid) -> valid.startsWith(name) ? 0 : 1)
                .thenComparingInt(valid -> distance(name, valid)))
        .limit(most)
        .toList();
  }

  /** Levenshtein's distance, letter case aside. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        boolean same =
            Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
        int substituted = diagonal + (same ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, Math.min(row[j], row[j - 1]) + 1);
      }
    }
    return row[b.length()];
  }
}
