package io.raftbed.variants;

import io.raftbed.variants.VariantHunt.Found;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** The table of broken variants for readers, in Markdown. */
final class VariantDocument {

  static final Path PATH = Path.of("docs", "broken-variants.md");

  private VariantDocument() {}

  /**
   * Returns the page.
   *
   * @param results what was found, by the id of the variant
   * @param passingSeeds for how many seeds the controls passed
   */
  static String of(Map<String, Found> results, int passingSeeds) {
    return String.join("\n", opening(), bugs(results), controls(passingSeeds), goSuites());
  }

  private static String opening() {
    return """
    # Broken variants

    Each variant is the reference Raft with one known bug: a few exact replacements in its own
    sources, compiled in memory (`src/test/java/io/raftbed/variants`). The suites must find it;
    the controls look like bugs and are none, and must never be reported.

    Measured on 2026-11-21 on 2 cores: schedule `random`, seeds from 1, at most %d. *Seed* is
    the first seed at which the test failed, so it is also how many runs it took. `mvn verify`
    repeats the hunt; this page is written anew by

    ```
    mvn -B test -Dtest=BrokenVariantsFoundTest -Dvariants.table=true
    ```

    Each row is the one test aimed at the bug, chosen after looking at which test shows it soonest:
    not the rate at which a whole suite finds it. R04 also sends heartbeats without entries while an
    answer is awaited, because above the reference's own messages the bug cannot show.
    """
        .formatted(VariantHunt.SEEDS);
  }

  private static String bugs(Map<String, Found> results) {
    List<BrokenVariant> found = where(variant -> results.containsKey(variant.id()));
    List<BrokenVariant> missed = where(bug -> !bug.isControl() && !results.containsKey(bug.id()));
    return """
    ## Found: %d of %d bugs

    | variant | bug | test | seed | verdict | what the verdict says | what it takes |
    |---|---|---|---|---|---|---|
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

  private static String controls(int passingSeeds) {
    return """
    ## Never reported

    Each passed all tests of the first table, %d seeds each.

    | variant | what is different |
    |---|---|
    | reference | nothing |
    %s
    """
        .formatted(
            passingSeeds,
            rows(where(BrokenVariant::isControl), control -> row(control.id(), control.bug())));
  }

  private static String goSuites() {
    return """
    ## The same bugs in the Go suites

    Where the same bug was put into a Go implementation and the course's own suites ran on it:

    | variant | bug | found there |
    |---|---|---|
    %s
    """
        .formatted(
            rows(
                where(variant -> !variant.goSuites().equals(BrokenVariant.NOT_MEASURED)),
                variant -> row(variant.id(), variant.bug(), variant.goSuites())));
  }

  private static List<BrokenVariant> where(Predicate<BrokenVariant> wanted) {
    return BrokenVariants.all().stream().filter(wanted).toList();
  }

  private static String foundRow(BrokenVariant variant, Map<String, Found> results) {
    Found found = Objects.requireNonNull(results.get(variant.id()));
    return row(
        variant.id(),
        variant.bug(),
        found.test(),
        Long.toString(found.seed()),
        found.kind().label(),
        found.message(),
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
