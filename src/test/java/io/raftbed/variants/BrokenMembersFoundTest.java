package io.raftbed.variants;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Suite 3E finds the broken membership changes. */
class BrokenMembersFoundTest extends FoundVariants {

  BrokenMembersFoundTest() {
    super(new MemberVariants(), 2);
  }

  @Test
  void mostBugsAreFound() {
    assertThat(found().size())
        .isGreaterThanOrEqualTo((int) Math.ceil(0.9 * MemberBugs.all().size()));
  }
}
