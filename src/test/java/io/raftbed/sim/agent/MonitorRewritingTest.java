package io.raftbed.sim.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.raftbed.sim.agent.samples.Monitors;
import java.lang.reflect.Modifier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MonitorRewritingTest {
  private final FakeWorld world = new FakeWorld();
  private final Rewritten classes = new Rewritten();

  private Object run(String method, Object... arguments) throws Exception {
    return world.run(() -> classes.call(Monitors.class, method, arguments));
  }

  @Test
  void blockEntersAndExits() throws Exception {
    assertThat(run("block", "lock")).isEqualTo("inside");
    assertThat(world.log).containsExactly("enter lock", "exit lock");
  }

  @Test
  void blockExitsWhenItThrows() {
    assertThatThrownBy(() -> run("blockThatThrows", "lock")).hasMessage("inside");
    assertThat(world.log).containsExactly("enter lock", "exit lock");
  }

  @Test
  void nullIsNoLock() {
    assertThatThrownBy(() -> run("block", new Object[] {null}))
        .isInstanceOf(NullPointerException.class);
  }

  @Test
  void staticMethodLocksItsClass() throws Exception {
    assertThat(run("ofClass", 1)).isEqualTo(1);
    assertThat(world.log)
        .containsExactly(
            "enter class Monitors", "enter class Monitors",
            "exit class Monitors", "exit class Monitors");
    assertThat(Modifier.isSynchronized(method("ofClass", int.class))).isFalse();
  }

  @Test
  void instanceMethodLocksItsObject() throws Exception {
    run("ofInstance");
    assertThat(world.log).containsExactly("enter Monitors", "exit Monitors");
  }

  @Test
  void methodExitsWhenItThrowsAndStackTraceStaysClean() {
    assertThatThrownBy(() -> run("methodThatThrows"))
        .hasMessage("inside")
        .satisfies(e ->
            assertThat(e.getStackTrace()[0].toString()).contains("Monitors.fail(Monitors.java:"));
    assertThat(world.log).containsExactly("enter Monitors", "exit Monitors");
  }

  @Test
  void waitsAndNotifications() throws Exception {
    run("waits", "lock");
    assertThat(world.log)
        .containsExactly(
            "enter lock", "wait 0", "wait 5", "wait 6", "notify", "notifyAll", "exit lock");
  }

  @Test
  void holdsLock() throws Exception {
    assertThat(run("holds", "lock")).isEqualTo(true);
  }

  @Test
  @SuppressWarnings("UnnecessaryStringBuilder") // a lock whose class is not Object
  void methodReferences() throws Exception {
    run("byReference", new StringBuilder());
    assertThat(world.log).containsExactly("enter StringBuilder", "notifyAll", "exit StringBuilder");
  }

  @Test
  @Timeout(20)
  void realThreadsOutsideASimulation() throws Exception {
    assertThat(classes.call(Monitors.class, "pingPong", 1000)).isEqualTo(1000);
    assertThat(classes.call(Monitors.class, "holds", "lock")).isEqualTo(true);
    assertThatThrownBy(() -> MonitorHooks.notify("not held"))
        .isInstanceOf(IllegalMonitorStateException.class);
  }

  private int method(String name, Class<?>... parameters) throws Exception {
    return classes.load(Monitors.class).getMethod(name, parameters).getModifiers();
  }
}
