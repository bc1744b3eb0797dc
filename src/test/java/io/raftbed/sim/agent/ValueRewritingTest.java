package io.raftbed.sim.agent;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.LIST;

import io.raftbed.sim.agent.Calls.Hook;
import io.raftbed.sim.agent.samples.Values;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ValueRewritingTest {
  private final FakeWorld world = new FakeWorld();
  private final Rewritten classes = new Rewritten();

  private Object run(String method, Object... arguments) throws Exception {
    return world.run(() -> classes.call(Values.class, method, arguments));
  }

  @Test
  void everyHookExists() throws Exception {
    for (Hook hook : Calls.all()) {
      Class<?> owner = hook.owner().resolveConstantDesc(MethodHandles.lookup());
      MethodHandles.publicLookup()
          .findStatic(owner, hook.name(), hook.type().resolveConstantDesc(MethodHandles.lookup()));
    }
    assertThat(Calls.all()).hasSizeGreaterThan(30);
  }

  @Test
  void timeIsTheWorlds() throws Exception {
    assertThat(run("time")).isEqualTo(List.of(1L, 1002L, 3L));
  }

  @Test
  void timeOutsideASimulationIsReal() throws Exception {
    long before = System.nanoTime();
    assertThat(classes.call(Values.class, "time"))
        .asInstanceOf(LIST)
        .first()
        .satisfies(time -> assertThat((Long) time).isBetween(before, System.nanoTime()));
  }

  @Test
  void everyMachineHasFourProcessors() throws Exception {
    assertThat(run("processors")).isEqualTo(4);
    assertThat(classes.call(Values.class, "processors"))
        .isEqualTo(Runtime.getRuntime().availableProcessors());
  }

  @Test
  void outputIsTheWorlds() throws Exception {
    run("print");
    assertThat(world.printed.toString(UTF_8).lines())
        .containsExactly("to out", "to err", "by reference");
  }

  @Test
  void randomnessRepeats() throws Exception {
    Object first = run("random");
    Object second = new FakeWorld().run(() -> classes.call(Values.class, "random"));
    assertThat(first).isEqualTo(second);
    assertThat(first).asInstanceOf(LIST).hasSize(18).doesNotHaveDuplicates();
    assertThat(run("random")).isNotEqualTo(first);
  }

  @Test
  void randomUuidsAreWellFormed() throws Exception {
    UUID uuid = world.run(RandomHooks::randomUUID);
    assertThat(uuid.version()).isEqualTo(4);
    assertThat(uuid.variant()).isEqualTo(2);
  }

  @Test
  void randomnessOutsideASimulationDoesNotRepeat() throws Exception {
    assertThat(classes.call(Values.class, "random"))
        .isNotEqualTo(classes.call(Values.class, "random"));
  }

  @Test
  void seedsOfTheProgramStay() throws Exception {
    assertThat(run("seeded"))
        .isEqualTo(new Random(7).nextLong() + new SplittableRandom(7).nextLong());
  }
}
