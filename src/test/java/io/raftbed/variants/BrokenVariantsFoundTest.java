package io.raftbed.variants;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The suites find the broken variants, and report neither the reference nor a control. To write the
 * table takes several hunts for each variant, and more seeds for the controls.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenVariantsFoundTest {

  private static final boolean WRITES_TABLE = Boolean.getBoolean("variants.table");

  private static final int HUNTS = WRITES_TABLE ? VariantDocument.HUNTS : 1;

  /** For how many seeds each test must pass above what is not broken. */
  private static final int PASSING_SEEDS = WRITES_TABLE ? VariantDocument.PASSING_SEEDS : 3;

  private static final int FOUND_AT_LEAST = 40;

  private final Map<String, Measurement> results = new TreeMap<>();

  static List<BrokenVariant> found() {
    return BrokenVariants.all().stream().filter(BrokenVariant::isFound).toList();
  }

  static Stream<BrokenVariant> notBroken() {
    return Stream.concat(
        Stream.of(BrokenVariant.of("reference", "as it is")),
        BrokenVariants.all().stream().filter(BrokenVariant::isControl));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("found")
  void isFoundByItsTest(BrokenVariant variant) {
    VariantHunt hunt = new VariantHunt(VariantCompiler.compile(variant));
    Measurement measured = Measurement.of(hunt, Suites.find(variant.foundBy()), HUNTS);
    results.put(variant.id(), measured);
    assertThat(measured.found())
        .hasSize(HUNTS)
        .allSatisfy(found -> assertThat(found.kind()).as(found.message()).isIn(variant.expected()));
  }

  @ParameterizedTest(name = "{0}: nothing is reported")
  @MethodSource("notBroken")
  void isNeverReported(BrokenVariant variant) {
    List<SuiteTest> tests =
        found().stream()
            .map(BrokenVariant::foundBy)
            .distinct()
            .flatMap(id -> Suites.find(id).stream())
            .toList();
    VariantHunt hunt = new VariantHunt(VariantCompiler.compile(variant));
    assertThat(hunt.firstFailure(tests, 1, PASSING_SEEDS)).isEmpty();
  }

  @Test
  void theRareBugsAreAmongTheManyFound() {
    assertThat(found())
        .hasSizeGreaterThanOrEqualTo(FOUND_AT_LEAST)
        .extracting(BrokenVariant::id)
        .contains("P01", "R01");
  }

  @AfterAll
  void writeDocument() throws IOException {
    if (WRITES_TABLE) {
      Files.createDirectories(VariantDocument.PATH.getParent());
      Files.writeString(VariantDocument.PATH, VariantDocument.of(results));
    }
  }
}
