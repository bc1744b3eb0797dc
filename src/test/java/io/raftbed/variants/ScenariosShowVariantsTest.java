package io.raftbed.variants;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.Scenario.ServiceOption;
import io.raftbed.scenario.ScenarioFiles;
import io.raftbed.suite.Implementation;
import io.raftbed.variants.VariantHunt.Found;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each scenario of the collection fails on the broken variants that it names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScenariosShowVariantsTest {

  private static final int SEEDS = 50;

  private final Map<BrokenVariant, Implementation> compiled = new HashMap<>();
  private final Implementation reference = KvVariantCompiler.compile(List.of());

  /**
   * What a scenario claims.
   *
   * @param file where it stands
   * @param isOfService whether servers carry a key/value service in it
   * @param variant the id of what it says that it shows
   */
  record Claim(Path file, boolean isOfService, String variant) {

    static Stream<Claim> of(Path file) {
      Scenario scenario = ScenarioFiles.read(file);
      boolean isOfService = scenario.service().orElse(ServiceOption.LOG) != ServiceOption.LOG;
      return scenario.shows().stream().map(id -> new Claim(file, isOfService, id));
    }

    @Override
    public String toString() {
      return file.getFileName() + " shows " + variant;
    }
  }

  static List<Claim> claims() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("sim-scenarios"))) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .sorted()
          .flatMap(Claim::of)
          .toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("claims")
  void isShown(Claim claim) {
    BrokenVariant variant = find(claim);
    VariantHunt hunt = new VariantHunt(compiled.computeIfAbsent(variant, this::compile));
    Optional<Found> found =
        hunt.firstFailure(ScenarioFiles.tests(claim.file().toString()), 1, SEEDS);
    assertThat(found)
        .as("%s, within %d seeds", variant, SEEDS)
        .hasValueSatisfying(
            failure -> assertThat(failure.kind()).as(failure.message()).isIn(variant.expected()));
  }

  /** Some ids name a bug of a service and one of Raft: a scenario of a service means the former. */
  private static BrokenVariant find(Claim claim) {
    return Stream.of(
            claim.isOfService() ? BrokenServices.all() : List.<BrokenVariant>of(),
            BrokenVariants.all(),
            MemberBugs.all())
        .flatMap(List::stream)
        .filter(variant -> variant.id().equals(claim.variant()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no such variant: " + claim.variant()));
  }

  private Implementation compile(BrokenVariant variant) {
    return BrokenServices.all().contains(variant)
        ? KvVariantCompiler.compile(variant.edits())
        : Implementation.of(VariantCompiler.compile(variant), reference.services().orElseThrow());
  }
}
