package io.raftbed.variants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.raftbed.lab.RaftFactory;
import io.raftbed.reference.raft.ReferenceRaft;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BrokenVariantsTest {

  private Map<String, byte[]> reference = Map.of();
  private Map<String, byte[]> services = Map.of();

  static List<BrokenVariant> variants() {
    return BrokenVariants.all();
  }

  static List<BrokenVariant> brokenServices() {
    return BrokenServices.all();
  }

  @BeforeAll
  void compileReference() {
    reference = VariantCompiler.classes(List.of());
    services = VariantCompiler.classes(ReferenceSources.KV, List.of());
  }

  @ParameterizedTest(name = "{0}: fits the sources, compiles, and is other code")
  @MethodSource("variants")
  void isOtherCode(BrokenVariant variant) {
    assertOtherCode(reference, VariantCompiler.classes(variant.edits()));
  }

  @ParameterizedTest(name = "{0}: fits the sources, compiles, and is other code")
  @MethodSource("brokenServices")
  void isOtherCodeAboveRaft(BrokenVariant variant) {
    assertOtherCode(services, VariantCompiler.classes(ReferenceSources.KV, variant.edits()));
  }

  private static void assertOtherCode(Map<String, byte[]> reference, Map<String, byte[]> changed) {
    assertThat(changed.keySet()).containsAll(reference.keySet());
    assertThat(reference.keySet())
        .anySatisfy(name ->
            assertThat(Arrays.equals(changed.get(name), reference.get(name)))
                .as("%s is unchanged", name)
                .isFalse());
  }

  @Test
  void compilingIsReproducible() {
    Map<String, byte[]> again = VariantCompiler.classes(List.of());
    assertThat(again).containsOnlyKeys(reference.keySet());
    again.forEach((name, bytes) -> assertThat(bytes).as(name).isEqualTo(reference.get(name)));
  }

  @Test
  void idsAreUnique() {
    assertThat(variants()).extracting(BrokenVariant::id).doesNotHaveDuplicates();
    assertThat(brokenServices()).extracting(BrokenVariant::id).doesNotHaveDuplicates();
  }

  @Test
  void controlsAreMarked() {
    assertThat(Stream.concat(variants().stream(), brokenServices().stream()))
        .allSatisfy(
            variant -> assertThat(variant.id().endsWith("c")).isEqualTo(variant.isControl()));
  }

  @Test
  void aVariantHasClassesOfItsOwn() throws ReflectiveOperationException {
    ClassLoader loader = new VariantClassLoader(reference);
    Class<?> own = loader.loadClass(ReferenceRaft.class.getName());
    assertThat(own).isNotEqualTo(ReferenceRaft.class).hasPackage("io.raftbed.reference.raft");
    assertThat(loader.loadClass(ReferenceRaft.class.getName())).isSameAs(own);
    assertThat(loader.loadClass(RaftFactory.class.getName())).isSameAs(RaftFactory.class);
  }

  @Test
  void aFragmentThatIsNotThereOnceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Edit.without("A.java", "x").applyTo("y"))
        .withMessageContaining("never");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Edit.without("A.java", "xx").applyTo("xxx"))
        .withMessageContaining("more often");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ReferenceSources.RAFT.with(List.of(Edit.without("Absent.java", "x"))))
        .withMessageContaining("Absent.java");
  }

  @Test
  void aVariantThatDoesNotCompileIsRefused() {
    Edit broken = new Edit("Majority.java", "return members.length / 2 + 1;", "return this;");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VariantCompiler.compile(BrokenVariant.of("X", "nonsense").by(broken)))
        .withMessageContaining("Majority.java");
  }
}
