package io.raftbed.variants;

import io.raftbed.variants.VariantHunt.Found;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The table of broken variants for readers, in Markdown. */
final class VariantDocument {

  static final Path PATH = Path.of("docs", "broken-variants.md");

  /** So many hunts for each variant, of which the table shows the median. */
  static final int HUNTS = 5;

  /** For how many seeds each test must pass above what is not broken. */
  static final int PASSING_SEEDS = 100;

  /** The processor time of a process is counted in such steps. */
  private static final int CLOCK_STEP_MILLIS = 10;

  private VariantDocument() {}

  /**
   * Returns the page.
   *
   * @param results what was found, by the id of the variant
   */
  static String of(Map<String, Measurement> results) {
    return String.join("\n", opening(), bugs(results), controls(), LEFT_OUT, GO_SUITES);
  }

  private static String opening() {
    return """
    # Broken variants

    Each variant is the reference Raft with one known bug: a few exact replacements in its own
    sources, compiled in memory (`src/test/java/io/raftbed/variants`). The suites must find it;
    the controls look like bugs and are none, and must never be reported.

    *Style* is how the leader replicates: *eager*, as the reference does it, sends a command at
    once; *heartbeats* sends it with the next heartbeat, and word of its commitment with the one
    after.

    Measured on %s on %d cores, schedule `random`: %d hunts for each variant, with seeds from 1,
    1001, 2001 and so on, at most %d seeds each. *Seeds* is the median number of runs until the test
    failed, *CPU* the median processor time, without that of compiling the variant. What the verdict
    says is from the first hunt, which `mvn verify` repeats. This page is written anew by

    ```
    mvn -B test -Dtest=BrokenVariantsFoundTest -Dvariants.table=true
    ```

    Each row is the one test aimed at the bug, chosen after looking at which test shows it soonest:
    not the rate at which a whole suite finds it.

    Some bugs cannot show above the reference's own messages, so other habits are laid under them,
    each of which is a control of its own: E05 asks again for votes (E06c), R04 and R24 send
    heartbeats without entries while an answer is awaited (R04c), R07 backs up one entry further
    than it must (R16c).
    """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            HUNTS,
            VariantHunt.SEEDS);
  }

  private static String bugs(Map<String, Measurement> results) {
    Predicate<BrokenVariant> isFound =
        variant -> results.containsKey(variant.id()) && !found(variant, results).isEmpty();
    List<BrokenVariant> found = where(isFound);
    List<BrokenVariant> missed = where(bug -> !bug.isControl() && !isFound.test(bug));
    return """
    ## Found: %d of %d bugs

    | variant | bug | style | test | seeds | CPU, ms | verdict | what the verdict says | what it takes |
    |---|---|---|---|---|---|---|---|---|
    %s

    ## Not found by these suites

    %s
    """
        .formatted(
            found.size(),
            found.size() + missed.size(),
            rows(found, variant -> foundRow(variant, results)),
            notFound(missed));
  }

  private static String controls() {
    return """
    ## Never reported

    Each passed all tests of the first table, %d seeds each.

    | variant | what is different | style | why it is no bug |
    |---|---|---|---|
    | reference | nothing | eager | |
    %s
    """
        .formatted(
            PASSING_SEEDS,
            rows(
                where(BrokenVariant::isControl),
                control ->
                    row(control.id(), control.bug(), control.style().label(), control.needs())));
  }

  private static final String LEFT_OUT =
      """
      ## Left out

      - Threads and timers that survive a kill: a crash drops all threads of a server, and there is
        no method to stop one that a server could get wrong.
      - A field read without the lock, or a decision made before the lock is taken: a simulated
        thread goes on to its next wait, so nothing comes between two plain statements. Races show
        where a thread waits: for a lock, a reply, the service.
      """;

  private static final String GO_SUITES =
      """
      ## The same bugs in the Go suites

      Where the same bug was put into a Go implementation and the course's own suites ran on it:

      | variant | bug | found there |
      |---|---|---|
      | R01 | commits entries of older terms by counting (Figure 8) | 0 of 5 suite runs, 0 of 52 runs of the fitting tests |
      | P01 | does not store its vote | 0 of 5 suite runs, 0 of 49 runs of the fitting tests |
      """;

  private static List<BrokenVariant> where(Predicate<BrokenVariant> wanted) {
    return BrokenVariants.all().stream().filter(wanted).toList();
  }

  private static List<Found> found(BrokenVariant variant, Map<String, Measurement> results) {
    return Objects.requireNonNull(results.get(variant.id())).found();
  }

  private static String foundRow(BrokenVariant variant, Map<String, Measurement> results) {
    Measurement measured = Objects.requireNonNull(results.get(variant.id()));
    Found first = measured.found().getFirst();
    return row(
        variant.id(),
        variant.bug(),
        variant.style().label(),
        first.test(),
        Long.toString(measured.seeds()),
        measured.millis() < CLOCK_STEP_MILLIS
            ? "< " + CLOCK_STEP_MILLIS
            : Long.toString(measured.millis()),
        first.kind().label(),
        first.message(),
        variant.needs());
  }

  private static String notFound(List<BrokenVariant> bugs) {
    return bugs.isEmpty()
        ? "None."
        : "| variant | bug | what it takes |\n|---|---|---|\n"
            + rows(bugs, bug -> row(bug.id(), bug.bug(), bug.needs()));
  }

  private static String rows(List<BrokenVariant> variants, Function<BrokenVariant, String> row) {
    return variants.stream().map(row).collect(Collectors.joining("\n"));
  }

  private static String row(String... cells) {
    return "| " + String.join(" | ", cells).replace("\n", " ") + " |";
  }
}
