package io.raftbed.linearizability;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One check of a history, measured.
 *
 * @param name the file, or what else it is
 * @param procedure what decided
 * @param micros microseconds for the verdict alone, the best of some runs
 * @param withEvidence the same with evidence
 * @param ratio the first of these to what another checker took, where that is known
 */
record Measured(
    String name,
    int operations,
    String verdict,
    String procedure,
    long steps,
    double micros,
    double withEvidence,
    Optional<Double> ratio) {

  private static final Pattern FOLDERS = Pattern.compile("^((?:[^/]+/){1,3}).*");

  /** Returns the first folders of the file's path, without what only says how it ended. */
  String family() {
    String folders = FOLDERS.matcher(name).replaceFirst("$1");
    return folders.replaceFirst("/(good/|bad/)?$", "");
  }

  /** Returns the row of a table about this one. */
  String row() {
    return "| %s | %,d | %s | %s | %,d | %,.0f | %,.0f | %s |"
        .formatted(
            name,
            operations,
            verdict,
            procedure,
            steps,
            micros,
            withEvidence,
            ratio.map("%.3f"::formatted).orElse(""));
  }
}
