package io.raftbed.sim.agent;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.sim.agent.samples.Forbidden;
import io.raftbed.sim.agent.samples.GoodProgram;
import io.raftbed.sim.agent.samples.HarmlessStatics;
import io.raftbed.sim.agent.samples.Program;
import io.raftbed.sim.agent.samples.SharedState;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

class ApplicationClassesTest {
  private final Rewritten classes = new Rewritten();

  private List<Refused> load(Class<?> sample) throws Exception {
    return ApplicationClasses.load(classes.load(sample)).refused();
  }

  @Test
  void refusalsOfAllReachableClassesInStableOrder() throws Exception {
    List<Refused> refused = load(Program.class);
    assertThat(refused)
        .startsWith(classes.refused(Program.class).toArray(Refused[]::new))
        .containsAll(classes.refused(Forbidden.class));
    Rewritten again = new Rewritten();
    assertThat(ApplicationClasses.load(again.load(Program.class)).refused()).isEqualTo(refused);
  }

  @Test
  void nothingIsInitialisedWhenSomethingIsRefused() throws Exception {
    assertThat(load(Program.class)).isNotEmpty();
    assertThat(System.getProperty("raftbed.sample.Deep")).isNull();
  }

  @Test
  void initialisersRunBeforeTheProgram() throws Exception {
    assertThat(load(GoodProgram.class)).isEmpty();
    FakeWorld world = new FakeWorld();
    Callable<?> reach = (Callable<?>) classes.call(GoodProgram.class, "reach");
    assertThat(world.run(reach::call)).isEqualTo(Thread.State.RUNNABLE);
    assertThat(world.log).isEmpty();
  }

  @Test
  void sharedMutableStaticsAreNamed() throws Exception {
    List<Refused> refused = load(SharedState.class);
    assertThat(refused.stream().map(Refused::what))
        .containsExactly(
            "static field SharedState.MAP",
            "static field SharedState.COUNTER",
            "static field SharedState.SYNCHRONIZED",
            "static field SharedState.BYTES",
            "static field SharedState.BUILDER",
            "static field SharedState.RANDOM",
            "static field SharedState.THREAD",
            "static field SharedState.SUBCLASS",
            "static field SharedState.CELL",
            "static field SharedState.HOLDER",
            "static field SharedState.CELLS",
            "static field SharedState.CAPTURED",
            "static field SharedState.list");
    assertThat(refused.getFirst().toString())
        .matches(
            "SharedState\\.java:\\d\\d: static field SharedState\\.MAP is refused: all replicas"
                + " share it and a java\\.util\\.HashMap can change; make it a field of the"
                + " instance");
    assertThat(refused).allMatch(place -> place.line() > 0);
  }

  @Test
  void harmlessStaticsAreNot() throws Exception {
    assertThat(load(HarmlessStatics.class)).isEmpty();
  }

  @Test
  void sharedObjectsHaveAHashCodeInEachSimulation() throws Exception {
    load(HarmlessStatics.class);
    Callable<?> sample =
        (Callable<?>) classes.load(HarmlessStatics.class).getDeclaredConstructor().newInstance();
    assertThat(new FakeWorld().run(sample::call)).isEqualTo(100);
    assertThat(new FakeWorld().run(sample::call)).isEqualTo(100);
  }
}
