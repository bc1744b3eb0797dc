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

  /** Levenshtein's distance, where two neighbours that change places count once; case aside. */
  private static int distance(String a, String b) {
    int[][] distances = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        distances[i][j] = i == 0 || j == 0 ? i + j : step(distances, a, b, i, j);
      }
    }
    return distances[a.length()][b.length()];
  }

  private static int step(int[][] distances, String a, String b, int i, int j) {
    int substituted = distances[i - 1][j - 1] + (same(a, i, b, j) ? 0 : 1);
    int best = Math.min(substituted, Math.min(distances[i - 1][j], distances[i][j - 1]) + 1);
    boolean swapped = i > 1 && j > 1 && same(a, i, b, j - 1) && same(a, i - 1, b, j);
    return swapped ? Math.min(best, distances[i - 2][j - 2] + 1) : best;
  }

  /** Whether the i-th letter of a word and the j-th of another are the same, from 1. */
  private static boolean same(String a, int i, String b, int j) {
    return Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
  }
}
