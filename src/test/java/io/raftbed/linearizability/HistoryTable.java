package io.raftbed.linearizability;

import io.raftbed.linearizability.format.Recorded;
import java.util.ArrayList;
import java.util.List;

/**
 * Prints a table of the recorded histories and of some loads: operations, verdict, what decided,
 * steps, microseconds in a warm JVM without parsing (with evidence, and of the verdict alone), and
 * the latter as a ratio to the time in the manifest.
 *
 * <pre>{@code
 * mvn -q test-compile && java -cp target/classes:target/test-classes:<jspecify.jar> \
 *     -Draftbed.histories=FOLDER io.raftbed.linearizability.HistoryTable
 * }</pre>
 */
final class HistoryTable {

  private static final int ROUNDS = 20;
  private static final int RUNS = 10;

  /** A history and how to check it. */
  private record Case<I, O>(String name, Checker<I, O> checker, History<I, O> history) {

    static <I, O> Case<I, O> of(Corpus.Row row, Recorded<?, I, O> recorded) {
      Checker<I, O> checker = Checker.of(recorded.model()).stopAtFirst();
      return new Case<>(
          row.toString(),
          row.isPartitioned() ? checker : checker.unpartitioned(),
          recorded.history());
    }

    Case<I, O> verdictOnly() {
      return new Case<>(name, checker.verdictOnly(), history);
    }

    CheckResult<I, O> check() {
      return checker.check(history);
    }
  }

  private HistoryTable() {}

  /** Prints the table. */
  public static void main(String[] args) {
    List<Corpus.Row> rows = Corpus.rows();
    List<Case<?, ?>> cases = new ArrayList<>();
    rows.forEach(row -> cases.add(Case.of(row, row.read())));
    for (int round = 0; round < ROUNDS; round++) {
      cases.forEach(Case::check);
      cases.forEach(it -> it.verdictOnly().check());
    }
    System.out.println("file\toperations\tverdict\tprocedure\tsteps\twith evidence\tmicros\tratio");
    for (int i = 0; i < rows.size(); i++) {
      double micros = micros(cases.get(i).verdictOnly());
      String ratio =
          rows.get(i).referenceMicros().map(it -> "%.3f".formatted(micros / it)).orElse("");
      print(cases.get(i), micros, ratio);
    }
    for (Case<?, ?> load : loads()) {
      print(load, micros(load.verdictOnly()), "");
    }
  }

  private static List<Case<?, ?>> loads() {
    return List.of(
            RegisterLoad.of(10, 100_000, 5).named("10 clients, 100,000 operations, 5 values"),
            RegisterLoad.of(1, 200_000, 5).named("1 client, 200,000 operations, 5 values"),
            RegisterLoad.of(10, 1_000_000, Integer.MAX_VALUE)
                .named("10 clients, 1,000,000 operations, distinct values"))
        .stream()
        .<Case<?, ?>>map(it -> new Case<>(it.name(), it.checker(), it.history()))
        .toList();
  }

  private static double micros(Case<?, ?> it) {
    long best = Long.MAX_VALUE;
    for (int run = 0; run < RUNS; run++) {
      long start = System.nanoTime();
      it.check();
      best = Math.min(best, System.nanoTime() - start);
    }
    return best / 1e3;
  }

  private static void print(Case<?, ?> it, double micros, String ratio) {
    CheckResult<?, ?> result = it.check();
    System.out.printf(
        "%s\t%d\t%s\t%s\t%d\t%.0f\t%.0f\t%s%n",
        it.name(),
        it.history().operations().size(),
        result.verdict().label(),
        result.procedure(),
        result.steps(),
        micros(it),
        micros,
        ratio);
  }
}
