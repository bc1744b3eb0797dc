package io.raftbed.variants;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import io.raftbed.variants.VariantHunt.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suites find the broken variants, and report neither the reference nor a control. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenVariantsFoundTest {

  /** For how many seeds each test must pass above what is not broken. */
  private static final int PASSING_SEEDS = 10;

  private static final int FOUND_AT_LEAST = 12;

  private final Map<String, Found> results = new TreeMap<>();

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
    Optional<Found> failure = hunt.firstFailure(Suites.find(variant.foundBy()), VariantHunt.SEEDS);
    assertThat(failure)
        .hasValueSatisfying(
            found -> assertThat(found.kind()).as(found.message()).isIn(variant.expected()));
    failure.ifPresent(found -> results.put(variant.id(), found));
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
    assertThat(hunt.firstFailure(tests, PASSING_SEEDS)).isEmpty();
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
    if (Boolean.getBoolean("variants.table")) {
      Files.createDirectories(VariantDocument.PATH.getParent());
      Files.writeString(VariantDocument.PATH, VariantDocument.of(results, PASSING_SEEDS));
    }
  }
}
