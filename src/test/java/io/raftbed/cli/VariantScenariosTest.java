package io.raftbed.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.variants.BrokenVariant;
import io.raftbed.variants.BrokenVariants;
import io.raftbed.variants.UnrelatedEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
 * Hunts find broken Rafts, and what shrinking leaves still fails after an edit that has nothing to
 * do with the bug. To write the page about it takes all variants and many scenarios for each.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class VariantScenariosTest {

  private static final boolean WRITES_TABLE = Boolean.getBoolean("hunts.table");
  private static final int MOST_DRAWN = 1_000;
  private static final Path PAGE = Path.of("docs", "hunts.md");

  private final List<HuntedVariant> hunted = new ArrayList<>();
  private final List<BrokenVariant> missed = new ArrayList<>();

  @BeforeAll
  void prepare() {
    new ReferenceExecutor().prepare();
  }

  private static Stream<BrokenVariant> variants() {
    return WRITES_TABLE
        ? BrokenVariants.all().stream().filter(variant -> !variant.isControl())
        : Stream.of("E01", "R01", "T11").map(BrokenVariants::byId);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("variants")
  void aHuntFindsWhatCanBeKept(BrokenVariant variant) throws InterruptedException {
    Optional<HuntedVariant> result = VariantScenarios.hunt(variant, MOST_DRAWN);
    result.ifPresentOrElse(hunted::add, () -> missed.add(variant));
    if (!WRITES_TABLE) {
      HuntedVariant found = result.orElseThrow();
      assertThat(found.kind()).isIn(variant.expected());
      assertThat(HuntedVariant.steps(found.small())).isLessThan(HuntedVariant.steps(found.found()));
      assertThat(found.edited())
          .containsOnlyKeys(UnrelatedEdit.values())
          .containsEntry(UnrelatedEdit.RENAMED_FIELD, HuntedVariant.Still.WITH_ITS_SEED)
          .containsEntry(UnrelatedEdit.LOG_LINE, HuntedVariant.Still.WITH_ITS_SEED);
    }
  }

  @AfterAll
  void writePage() throws IOException {
    String page = new VariantScenariosPage(hunted, missed, MOST_DRAWN).text();
    assertThat(page).contains("- Found: " + hunted.size() + " of ");
    if (WRITES_TABLE) {
      Files.writeString(PAGE, page);
    }
  }
}
