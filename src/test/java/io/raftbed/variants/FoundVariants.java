package io.raftbed.variants;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The suites find the broken variants of a family, and report neither the reference nor a control.
 * To write the family's page takes several hunts for each variant, and more tests and seeds for
 * the controls.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FoundVariants {

  private static final boolean WRITES_TABLE = Boolean.getBoolean("variants.table");

  private static final int HUNTS = WRITES_TABLE ? VariantDocument.HUNTS : 1;

  private final Map<String, Measurement> results = new TreeMap<>();
  private final Set<String> passed = new TreeSet<>();
  private final VariantFamily family;
  private final VariantDocument document;
  private final int quickSeeds;

  /**
   * Makes the tests of a family.
   *
   * @param quickSeeds for how many seeds the controls must pass when no page is written
   */
  FoundVariants(VariantFamily family, int quickSeeds) {
    this.family = family;
    this.document = new VariantDocument(family);
    this.quickSeeds = quickSeeds;
  }

  final List<BrokenVariant> found() {
    return document.where(BrokenVariant::isFound);
  }

  final Stream<BrokenVariant> notBroken() {
    return Stream.concat(
        Stream.of(BrokenVariant.of("reference", "as it is")),
        document.where(BrokenVariant::isControl).stream());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("found")
  void isFoundByItsTest(BrokenVariant variant) {
    VariantHunt hunt = new VariantHunt(family.compile(variant));
    Measurement measured = Measurement.of(hunt, Suites.find(variant.foundBy()), HUNTS);
    results.put(variant.id(), measured);
    assertThat(measured.found())
        .hasSize(HUNTS)
        .allSatisfy(found -> assertThat(found.kind()).as(found.message()).isIn(variant.expected()));
  }

  @ParameterizedTest(name = "{0}: nothing is reported")
  @MethodSource("notBroken")
  void isNeverReported(BrokenVariant variant) {
    List<SuiteTest> aimed = document.aimedTests();
    List<SuiteTest> tests = WRITES_TABLE ? family.controlTests(aimed) : aimed;
    int seeds = WRITES_TABLE ? family.page().passingSeeds() : quickSeeds;
    assertThat(new VariantHunt(family.compile(variant)).firstFailure(tests, 1, seeds)).isEmpty();
    passed.add(variant.id());
  }

  @AfterAll
  void writeDocument() throws IOException {
    if (WRITES_TABLE) {
      assertThat(passed).hasSize((int) notBroken().count()); // the page says so
      Files.writeString(family.page().path(), document.of(results));
    }
  }
}
