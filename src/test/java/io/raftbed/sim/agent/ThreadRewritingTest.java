package io.raftbed.sim.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.raftbed.sim.agent.samples.Threads;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(20)
class ThreadRewritingTest {
  private final FakeWorld world = new FakeWorld();
  private final Rewritten classes = new Rewritten();

  private Object run(String method, Object... arguments) throws Exception {
    return world.run(() -> classes.call(Threads.class, method, arguments));
  }

  private SimThread started(String method, Object... arguments) throws Exception {
    return world.run(() -> {
      SimThread thread = (SimThread) classes.call(Threads.class, method, arguments);
      assertThat(thread.getState()).isEqualTo(Thread.State.NEW);
      thread.start();
      Objects.requireNonNull(thread.get()).join();
      return thread;
    });
  }

  @Test
  void newThreadRunsOnAThreadOfTheWorld() throws Exception {
    CompletableFuture<Thread> ran = new CompletableFuture<>();
    Runnable task = () -> ran.complete(Thread.currentThread());
    SimThread thread = started("plain", task);
    assertThat(ran.get().isVirtual()).isTrue();
    assertThat(thread.get()).isSameAs(ran.get());
    assertThat(thread.getState()).isEqualTo(Thread.State.TERMINATED);
    assertThat(world.log).containsExactly("thread sim-0");
  }

  @Test
  void everyConstructorAndReference() throws Exception {
    CompletableFuture<String> ran = new CompletableFuture<>();
    Runnable task = () -> ran.complete(Thread.currentThread().getName());
    started("named", task);
    assertThat(ran.get()).isEqualTo("worker");
    started("factory", (Runnable) () -> {});
    assertThat(world.log).containsExactly("thread worker", "thread sim-0");
    assertThat(SimThread.class.getConstructors()).hasSameSizeAs(Thread.class.getConstructors());
  }

  @Test
  void subclassesSeeThemselvesAsTheCurrentThread() throws Exception {
    SimThread worker = started("worker");
    assertThat(worker.getClass().getField("seen").get(worker)).hasToString("true w");
    StringBuilder seen = new StringBuilder();
    started("anonymous", seen);
    assertThat(seen).hasToString("true");
  }

  @Test
  void aThreadStartsOnce() throws Exception {
    SimThread thread = started("plain", (Runnable) () -> {});
    assertThatThrownBy(() -> world.run(() -> startAgain(thread)))
        .isInstanceOf(IllegalThreadStateException.class);
  }

  private static boolean startAgain(Thread thread) {
    thread.start();
    return true;
  }

  @Test
  void interruptReachesTheWorkingThread() throws Exception {
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    Runnable task = () -> interrupted.complete(Thread.currentThread().isInterrupted());
    world.run(() -> {
      Thread thread = (Thread) classes.call(Threads.class, "plain", task);
      thread.interrupt();
      thread.start();
      return thread;
    });
    assertThat(interrupted.get()).isTrue();
  }

  @Test
  void uncaughtExceptionsNameTheProgramsThread() throws Exception {
    CompletableFuture<Thread> failed = new CompletableFuture<>();
    Runnable task =
        () -> {
          throw new IllegalStateException("expected");
        };
    Thread thread =
        world.run(() -> {
          Thread made = (Thread) classes.call(Threads.class, "plain", task);
          made.setUncaughtExceptionHandler((running, e) -> failed.complete(running));
          made.start();
          return made;
        });
    assertThat(failed.get()).isSameAs(thread);
  }

  @Test
  void unparkWakesTheWorkingThread() throws Exception {
    assertThat(run("parkAndWake")).isEqualTo("woken");
  }

  @Test
  void idsAreLowerHalves() throws Exception {
    SimThread worker = (SimThread) run("worker");
    assertThat(run("id", worker)).isEqualTo(worker.threadId() & 0xFFFF_FFFFL);
    assertThat(run("oldId", worker)).isEqualTo(worker.threadId() & 0xFFFF_FFFFL);
  }

  @Test
  void namesAndHashCodesAreTheWorlds() throws Exception {
    Thread thread = (Thread) run("plain", (Runnable) () -> {});
    assertThat(thread.getName()).isEqualTo("sim-0");
    run("rename", thread, "renamed");
    assertThat(thread.getName()).isEqualTo("renamed");
    assertThat(world.run(thread::hashCode)).isEqualTo(1);
    run("spin");
  }

  @Test
  void ordinaryThreadsOutsideASimulation() throws Exception {
    CompletableFuture<Thread> ran = new CompletableFuture<>();
    Runnable task = () -> ran.complete(Thread.currentThread());
    Thread thread = (Thread) classes.call(Threads.class, "plain", task);
    thread.start();
    assertThat(ran.get()).isSameAs(thread);
    thread.join();
    assertThat(classes.call(Threads.class, "current")).isSameAs(Thread.currentThread());
    assertThat(classes.call(Threads.class, "parkAndWake")).isEqualTo("woken");
  }
}
