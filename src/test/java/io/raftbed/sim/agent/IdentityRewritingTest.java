package io.raftbed.sim.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.sim.agent.samples.Identities;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdentityRewritingTest {
  private final FakeWorld world = new FakeWorld();
  private final Rewritten classes = new Rewritten();

  private Object make(String what) throws Exception {
    return world.run(() -> classes.call(Identities.class, "make", what));
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "derived", "failure", "object", "reference"})
  void inheritedHashCodesAreRememberedNumbers(String what) throws Exception {
    Object first = make(what);
    Object second = make(what);
    assertThat(world.run(second::hashCode)).isEqualTo(1);
    assertThat(world.run(first::hashCode)).isEqualTo(2);
    assertThat(world.run(second::hashCode)).isEqualTo(1);
    assertThat(first).isNotEqualTo(second);
  }

  @Test
  void ownHashCodesStay() throws Exception {
    Object names = make("names");
    assertThat(world.run(names::hashCode)).isEqualTo(List.of().hashCode());
  }

  @Test
  void superHashCodeIsTheWorlds() throws Exception {
    Object asking = make("asking");
    assertThat(world.run(asking::hashCode)).isEqualTo(1100);
  }

  @Test
  void aBareObjectReadsAsOne() throws Exception {
    Object bare = make("object");
    assertThat(world.run(bare::toString)).isEqualTo("java.lang.Object@1");
  }

  @Test
  void hashCodesOfTheJdksObjects() throws Exception {
    AtomicInteger value = new AtomicInteger();
    assertThat(world.run(() -> classes.call(Identities.class, "ofJdk", value))).isEqualTo(100);
    assertThat(classes.call(Identities.class, "ofJdk", value)).isEqualTo(value.hashCode());
    assertThat(world.run(() -> classes.call(Identities.class, "ofString", "a"))).isEqualTo(97);
  }

  @Test
  void identityHashCodes() throws Exception {
    assertThat(world.run(() -> classes.call(Identities.class, "identity", "a")))
        .isEqualTo(List.of(100, 0));
    Object value = new Object();
    assertThat(classes.call(Identities.class, "identity", value))
        .isEqualTo(List.of(System.identityHashCode(value), 0));
  }
}
