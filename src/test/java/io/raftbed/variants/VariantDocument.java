package io.raftbed.variants;

import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import io.raftbed.variants.VariantHunt.Found;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page of one family of broken variants, in Markdown.
 *
 * @param family whose page it is
 */
record VariantDocument(VariantFamily family) {

  /** So many hunts for each variant, of which the table shows the median. */
  static final int HUNTS = 5;

  /** The processor time of a process is counted in such steps. */
  private static final int CLOCK_STEP_MILLIS = 10;

  /**
   * Returns the page.
   *
   * @param results what was found, by the id of the variant
   */
  String of(Map<String, Measurement> results) {
    VariantFamily.Page page = family.page();
    return String.join(
        "\n", page.opening(), measured(), page.habits(), bugs(results), controls(), page.closing());
  }

  private String measured() {
    return """
    Measured on %s on %d cores, schedule `random`: %d hunts for each variant, with seeds from 1,
    1001, 2001 and so on, at most %d seeds each. *Seeds* is the median number of runs until the test
    failed, *CPU* the median processor time, without that of compiling the variant. What the verdict
    says is from the first hunt, which `mvn verify` repeats. This page is written anew by

    ```
    mvn -B test -Dtest=%s -Dvariants.table=true
    ```

    Each row is the one test aimed at the bug, chosen after looking at which test shows it soonest:
    not the rate at which a whole suite finds it.
    """
        .formatted(
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            HUNTS,
            VariantHunt.SEEDS,
            family.page().writtenBy());
  }

  private String bugs(Map<String, Measurement> results) {
    Predicate<BrokenVariant> isFound =
        variant -> results.containsKey(variant.id()) && !found(variant, results).isEmpty();
    List<BrokenVariant> found = where(isFound);
    List<BrokenVariant> missed = where(bug -> !bug.isControl() && !isFound.test(bug));
    return """
    ## Found: %d of %d bugs

    %s
    %s

    ## Not found by these suites

    %s
    """
        .formatted(
            found.size(),
            found.size() + missed.size(),
            head(
                "bug",
                "test",
                "seeds",
                "CPU, ms",
                "verdict",
                "what the verdict says",
                "what it takes"),
            rows(found, variant -> foundRow(variant, results)),
            notFound(missed));
  }

  private String controls() {
    return """
    ## Never reported

    Each passed %d tests, %d seeds each.

    %s
    %s
    %s
    """
        .formatted(
            family.controlTests(aimedTests()).size(),
            family.page().passingSeeds(),
            head("what is different", "why it is no bug"),
            cells(BrokenVariant.of("reference", "nothing"), ""),
            rows(where(BrokenVariant::isControl), control -> cells(control, control.needs())));
  }

  /** Returns the tests that bugs are found by. */
  List<SuiteTest> aimedTests() {
    return where(BrokenVariant::isFound).stream()
        .map(BrokenVariant::foundBy)
        .distinct()
        .flatMap(id -> Suites.find(id).stream())
        .toList();
  }

  /** Returns those of the family that are wanted. */
  List<BrokenVariant> where(Predicate<BrokenVariant> wanted) {
    return family.all().stream().filter(wanted).toList();
  }

  private static List<Found> found(BrokenVariant variant, Map<String, Measurement> results) {
    return Objects.requireNonNull(results.get(variant.id())).found();
  }

  private String foundRow(BrokenVariant variant, Map<String, Measurement> results) {
    Measurement measured = Objects.requireNonNull(results.get(variant.id()));
    Found first = measured.found().getFirst();
    return cells(
        variant,
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
            + rows(bugs, bug -> line(bug.id(), bug.bug(), bug.needs()));
  }

  private static String rows(List<BrokenVariant> variants, Function<BrokenVariant, String> row) {
    return variants.stream().map(row).collect(Collectors.joining("\n"));
  }

  /** The first columns of every row: which variant it is, and its style where there are several. */
  private String cells(BrokenVariant variant, String... more) {
    return row(variant.id(), variant.bug(), variant.style().label(), more);
  }

  private String head(String second, String... more) {
    String names = row("variant", second, "style", more);
    return names + "\n" + names.replaceAll("[^|]+", "---");
  }

  private String row(String id, String second, String style, String... more) {
    Stream<String> first = hasStyles() ? Stream.of(id, second, style) : Stream.of(id, second);
    return line(Stream.concat(first, Stream.of(more)).toArray(String[]::new));
  }

  private boolean hasStyles() {
    return family.all().stream().anyMatch(it -> it.style() != BrokenVariant.Style.EAGER);
  }

  private static String line(String... cells) {
    return Arrays.stream(cells)
        .map(cell -> cell.replace("\n", " ").replace("|", "\\|"))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }
}
