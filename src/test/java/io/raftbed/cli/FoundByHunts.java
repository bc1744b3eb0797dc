package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.variants.BrokenVariant;
import io.raftbed.variants.UnrelatedEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Hunts find what is broken, and what shrinking leaves still fails after an edit that has nothing
 * to do with the bug. To write the page about it takes all variants and many scenarios for each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class FoundByHunts {

  private static final boolean WRITES_TABLE = Boolean.getBoolean("hunts.table");
  private static final int MOST_DRAWN = 1_000;

  private final List<HuntedVariant> hunted = new ArrayList<>();
  private final List<BrokenVariant> missed = new ArrayList<>();
  private final Hunts hunts;
  private final List<String> quick;

  /**
   * Makes the tests of a family.
   *
   * @param quick the ids of those that are hunted when no page is written
   */
  FoundByHunts(Hunts hunts, String... quick) {
    this.hunts = hunts;
    this.quick = List.of(quick);
  }

  @BeforeAll
  void prepare() {
    new ReferenceExecutor().prepare();
  }

  final Stream<BrokenVariant> variants() {
    return hunts.family().all().stream()
        .filter(variant -> WRITES_TABLE ? !variant.isControl() : quick.contains(variant.id()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variants")
  void aHuntFindsWhatCanBeKept(BrokenVariant variant) throws InterruptedException {
    Optional<HuntedVariant> result = new VariantScenarios(hunts).hunt(variant, MOST_DRAWN);
    result.ifPresentOrElse(hunted::add, () -> missed.add(variant));
    if (!WRITES_TABLE) {
      HuntedVariant found = result.orElseThrow();
      List<UnrelatedEdit> edits = hunts.family().unrelatedEdits();
      assertThat(found.kind()).isIn(variant.expected());
      assertThat(HuntedVariant.steps(found.small())).isLessThan(HuntedVariant.steps(found.found()));
      assertThat(found.edited())
          .containsOnlyKeys(edits)
          .containsEntry(edits.get(0), HuntedVariant.Still.WITH_ITS_SEED)
          .containsEntry(edits.get(1), HuntedVariant.Still.WITH_ITS_SEED);
    }
  }

  @AfterAll
  void writePage() throws IOException {
    String page = new VariantScenariosPage(hunts, hunted, missed, MOST_DRAWN).text();
    assertThat(page).contains("- Found: " + hunted.size() + " of ");
    if (WRITES_TABLE) {
      Files.writeString(hunts.page(), page);
    }
  }
}
