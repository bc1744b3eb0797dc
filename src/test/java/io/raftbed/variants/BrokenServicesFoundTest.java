package io.raftbed.variants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** The suites find the broken services. */
class BrokenServicesFoundTest extends FoundVariants {

  private static final int FOUND_AT_LEAST = 24;

  BrokenServicesFoundTest() {
    super(new KvVariants(), 1);
  }

  @Test
  void mostBugsAreFound() {
    long bugs = BrokenServices.all().stream().filter(variant -> !variant.isControl()).count();
    assertThat(found()).hasSizeGreaterThanOrEqualTo(FOUND_AT_LEAST);
    assertThat(found().size()).isGreaterThanOrEqualTo((int) Math.ceil(0.9 * bugs));
  }
}
