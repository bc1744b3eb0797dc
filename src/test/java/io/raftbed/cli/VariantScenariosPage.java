package io.raftbed.cli;

import io.raftbed.cli.HuntedVariant.Still;
import io.raftbed.variants.BrokenVariant;
import io.raftbed.variants.UnrelatedEdit;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The page that tells how well hunts and shrinking do, in Markdown.
 *
 * @param hunts what was to be found
 * @param hunted what was found, in the order of the variants
 * @param missed what no scenario failed on
 * @param mostDrawn how many scenarios were drawn for each at most
 */
record VariantScenariosPage(
    Hunts hunts, List<HuntedVariant> hunted, List<BrokenVariant> missed, int mostDrawn) {

  private static final int FEW_FAULTS = 5;
  private static final long SHRINKING_GOAL_MILLIS = 60_000;

  String text() {
    return """
    # %s

    For each of the %s, from seed 1 on,
    until one failed; where none of them did, a file of `sim-scenarios` was taken that names the bug. That was shrunk as `raftbed shrink` does; and the smallest form was run again above the same variant
    after an edit of its sources that has nothing to do with the bug: %s.

    Measured on %s, two runs at a time on a machine with %d cores that also did other work; at most %,d scenarios for each.
    *By* is the seed of the first scenario that failed, and so how many were drawn of each kind, or the file. *Steps* counts what is repeated once.
    *Faults* are steps that break something: crashes, cuts, lost messages, bad disks and clocks. *Yes*: it fails in the same way
    with the seed that stands in the file; *other seed*: with another of those that the file asks for, on average %.1f. The page is written anew by

    ```
    mvn -B test -Dtest=%s -Dhunts.table=true
    ```

    - Found: %d of %d, %d of them by a drawn scenario.
    - Shrunk to %d faults or fewer: %d of %d; within %d s: %d; longest: %s s.
    %s

    %s

    ## Not found

    %s
    """
        .formatted(
            hunts.title(),
            hunts.drawn(),
            hunts.edits(),
            LocalDate.now(ZoneOffset.UTC),
            Runtime.getRuntime().availableProcessors(),
            mostDrawn,
            hunted.stream().mapToInt(each -> each.small().seeds().orElse(1)).average().orElse(0),
            hunts.test(),
            hunted.size(),
            hunted.size() + missed.size(),
            count(each -> each.kept().isEmpty()),
            FEW_FAULTS,
            count(each -> HuntedVariant.faults(each.small()) <= FEW_FAULTS),
            hunted.size(),
            SHRINKING_GOAL_MILLIS / 1_000,
            count(each -> each.shrinkMillis() <= SHRINKING_GOAL_MILLIS),
            seconds(hunted.stream().mapToLong(HuntedVariant::shrinkMillis).max().orElse(0)),
            edits().stream().map(this::edited).collect(Collectors.joining("\n")),
            table(),
            missed.isEmpty()
                ? "None."
                : missed.stream().map(this::missing).collect(Collectors.joining("\n")));
  }

  private String missing(BrokenVariant variant) {
    return variant.isFound()
        ? "- %s: `%s` finds it".formatted(variant, variant.foundBy())
        : "- " + variant;
  }

  private List<UnrelatedEdit> edits() {
    return hunts.family().unrelatedEdits();
  }

  private String edited(UnrelatedEdit edit) {
    return "- After the edit *%s* `run FILE` still fails for %d; with the file's first seed alone for %d."
        .formatted(
            edit.words(),
            count(each -> each.after(edit) != Still.NO),
            count(each -> each.after(edit) == Still.WITH_ITS_SEED));
  }

  private long count(Predicate<HuntedVariant> what) {
    return hunted.stream().filter(what).count();
  }

  private String table() {
    List<String> head =
        Stream.concat(
                Stream.of(
                    "variant",
                    "kind",
                    "by",
                    "hunt, s",
                    "steps",
                    "faults",
                    "servers",
                    "shrinking, s"),
                edits().stream().map(UnrelatedEdit::words))
            .toList();
    String rule = head.stream().map(_ -> "---").collect(Collectors.joining("|", "|", "|"));
    return line(head)
        + "\n"
        + rule
        + "\n"
        + hunted.stream().map(this::row).collect(Collectors.joining("\n"));
  }

  private String row(HuntedVariant each) {
    Stream<String> cells =
        Stream.of(
            each.variant().toString(),
            each.kind().label(),
            each.origin(),
            seconds(each.huntMillis()),
            HuntedVariant.steps(each.found()) + " → " + HuntedVariant.steps(each.small()),
            HuntedVariant.faults(each.found()) + " → " + HuntedVariant.faults(each.small()),
            each.found().size() + " → " + each.small().size(),
            seconds(each.shrinkMillis()));
    Stream<String> edits = edits().stream().map(edit -> each.after(edit).words());
    return line(Stream.concat(cells, edits).toList());
  }

  private static String line(List<String> cells) {
    return cells.stream().collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.1f", millis / 1_000.0);
  }
}
