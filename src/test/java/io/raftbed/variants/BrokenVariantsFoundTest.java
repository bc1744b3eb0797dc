package io.raftbed.variants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The suites find the broken Rafts. */
class BrokenVariantsFoundTest extends FoundVariants {

  private static final int FOUND_AT_LEAST = 40;

  BrokenVariantsFoundTest() {
    super(new RaftVariants(), 3);
  }

  @Test
  void theRareBugsAreAmongTheManyFound() {
    assertThat(found())
        .hasSizeGreaterThanOrEqualTo(FOUND_AT_LEAST)
        .extracting(BrokenVariant::id)
        .contains("P01", "R01");
  }
}
