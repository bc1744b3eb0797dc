package io.raftbed.variants;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.suite.Implementation;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suites find broken services, and every test of services passes on the reference. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KvVariantsFoundTest {

  private Implementation reference =
      Implementation.of(environment -> {
        throw new IllegalStateException("not compiled");
      });

  static List<BrokenVariant> bugs() {
    return BrokenServices.all().stream().filter(BrokenVariant::isFound).toList();
  }

  static Stream<SuiteTest> tests() {
    return Suites.all().stream().filter(test -> !test.isOfRaft());
  }

  @BeforeAll
  void compileReference() {
    reference = KvVariantCompiler.compile(List.of());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bugs")
  void isFoundByItsTest(BrokenVariant bug) {
    VariantHunt hunt = new VariantHunt(KvVariantCompiler.compile(bug.edits()));
    assertThat(hunt.firstFailure(Suites.find(bug.foundBy()), 1, VariantHunt.SEEDS))
        .hasValueSatisfying(
            found -> assertThat(found.kind()).as(found.message()).isIn(bug.expected()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("tests")
  void theReferencePasses(SuiteTest test) {
    assertThat(new VariantHunt(reference).firstFailure(List.of(test), 1, 1)).isEmpty();
  }

  @Test
  void idsAreUnique() {
    assertThat(bugs()).extracting(BrokenVariant::id).doesNotHaveDuplicates();
  }
}
