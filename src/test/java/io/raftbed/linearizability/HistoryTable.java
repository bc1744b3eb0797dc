package io.raftbed.linearizability;

import io.raftbed.linearizability.format.Recorded;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Prints the tables of docs/checker-corpus.md about the recorded histories and about some loads:
 * operations, verdict, what decided, steps, microseconds in a warm JVM without parsing, of the
 * verdict alone and with evidence, and the former as a ratio to the time in the manifest.
 *
 * <pre>{@code
 * mvn -q test-compile
 * java -cp target/classes:target/test-classes:<jars of jspecify and jackson-core> \
 *     -Draftbed.histories=FOLDER io.raftbed.linearizability.HistoryTable
 * }</pre>
 */
final class HistoryTable {

  private static final int ROUNDS = 20;
  private static final int RUNS = 10;

  /** How many histories have a line of their own. */
  private static final int SHOWN = 16;

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
    List<Corpus.Row> rows = Corpus.rows().stream().filter(row -> row.file().contains("/")).toList();
    List<Case<?, ?>> cases = new ArrayList<>();
    rows.forEach(row -> cases.add(Case.of(row, row.read())));
    for (int round = 0; round < ROUNDS; round++) {
      cases.forEach(Case::check);
      cases.forEach(it -> it.verdictOnly().check());
    }
    List<Measured> measured = new ArrayList<>();
    for (int i = 0; i < rows.size(); i++) {
      measured.add(measure(cases.get(i), rows.get(i).referenceMicros()));
    }
    printFamilies(measured);
    printFiles(measured);
  }

  private static void printFamilies(List<Measured> measured) {
    System.out.println(
        """
        | folder | verdict | procedure | histories | operations | steps | µs | with evidence | ratio |
        |---|---|---|---|---|---|---|---|---|\
        """);
    measured.stream()
        .collect(
            Collectors.groupingBy(
                it -> "%s | %s | %s".formatted(it.family(), it.verdict(), it.procedure()),
                TreeMap::new,
                Collectors.toList()))
        .forEach((family, them) ->
            System.out.printf(
                "| %s | %d | %,d | %,d | %,.0f | %,.0f | %s |%n",
                family,
                them.size(),
                them.stream().mapToLong(Measured::operations).sum(),
                them.stream().mapToLong(Measured::steps).sum(),
                them.stream().mapToDouble(Measured::micros).sum(),
                them.stream().mapToDouble(Measured::withEvidence).sum(),
                ratio(them)));
  }

  /** Returns the ratio of sums, over those whose other time is known. */
  private static String ratio(List<Measured> them) {
    double mine = 0;
    double others = 0;
    for (Measured it : them) {
      mine += it.ratio().isPresent() ? it.micros() : 0;
      others += it.ratio().map(ratio -> it.micros() / ratio).orElse(0.0);
    }
    return others == 0 ? "" : "%.3f".formatted(mine / others);
  }

  /** Prints the histories that took most steps, and the loads. */
  private static void printFiles(List<Measured> measured) {
    System.out.println(
        """

        | history | operations | verdict | procedure | steps | µs | with evidence | ratio |
        |---|---|---|---|---|---|---|---|\
        """);
    measured.stream()
        .sorted(Comparator.comparingLong(Measured::steps).reversed())
        .limit(SHOWN)
        .forEach(it -> System.out.println(it.row()));
    loads().forEach(it -> System.out.println(measure(it, Optional.empty()).row()));
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

  private static Measured measure(Case<?, ?> it, Optional<Double> reference) {
    CheckResult<?, ?> result = it.check();
    double micros = micros(it.verdictOnly());
    return new Measured(
        it.name(),
        it.history().operations().size(),
        result.verdict().label(),
        result.procedure().isEmpty() ? "nothing to decide" : result.procedure(),
        result.steps(),
        micros,
        micros(it),
        reference.map(other -> micros / other));
  }
}
