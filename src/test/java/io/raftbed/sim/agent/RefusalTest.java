package io.raftbed.sim.agent;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.raftbed.sim.agent.samples.Forbidden;
import io.raftbed.sim.agent.samples.ForbiddenDeclarations;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RefusalTest {
  private final FakeWorld world = new FakeWorld();
  private final Rewritten classes = new Rewritten();

  @ParameterizedTest
  @CsvSource({
    "socket, java.net.Socket, Peer.call",
    "address, java.net.InetAddress, Peer.call",
    "channel, java.nio.channels.SocketChannel, Peer.call",
    "http, java.net.http.HttpClient, Peer.call",
    "files, java.nio.file.Files, Persister.save",
    "file, java.io.File, Persister.save",
    "stream, java.io.FileInputStream, Persister.save",
    "fileReference, java.io.File, Persister.save",
    "process, ProcessBuilder, start a Thread",
    "exec, Runtime.exec, start a Thread",
    "exit, System.exit, return from the thread",
    "exitReference, System.exit, return from the thread",
    "halt, Runtime.halt, return from the thread",
    "shutdownHook, Runtime.addShutdownHook, return from the thread",
    "library, System.loadLibrary, use plain Java",
    "foreign, java.lang.foreign.Arena, use plain Java",
    "beans, java.lang.management.ManagementFactory, outside the simulation",
    "parallelStream, java.util.List.parallelStream, use stream()",
    "inheritedParallelStream, java.util.ArrayList.parallelStream, use stream()",
    "parallel, java.util.stream.IntStream.parallel, use stream()",
    "parallelSort, java.util.Arrays.parallelSort, use stream()",
    "commonPool, java.util.concurrent.ForkJoinPool, newFixedThreadPool",
    "stealing, java.util.concurrent.Executors.newWorkStealingPool, newFixedThreadPool",
    "perTask, java.util.concurrent.Executors.newThreadPerTaskExecutor, newVirtualThread",
    "weak, java.lang.ref.WeakReference, an ordinary reference",
    "addresses, java.util.IdentityHashMap, use a HashMap",
    "weakMap, java.util.WeakHashMap, an ordinary reference",
    "collect, System.gc, an ordinary reference",
    "memory, Runtime.freeMemory, use a constant",
    "platformThread, Thread.ofPlatform, Thread.ofVirtual()",
    "census, Thread.getAllStackTraces, keep a list",
    "handler, Thread.setDefaultUncaughtExceptionHandler, setUncaughtExceptionHandler",
    "setOut, System.setOut, print with System.out",
    "input, System.in, receive a message",
    "property, System.setProperty, to the constructor",
    "staticWrite, writing static field Forbidden.counter, a field of the instance",
  })
  void refusedWhereItStands(String method, String what, String instead) throws Exception {
    assertThatThrownBy(() -> world.run(() -> classes.call(Forbidden.class, method)))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageMatching("Forbidden\\.java:\\d+: .*")
        .hasMessageContaining(": " + what + " is refused: ")
        .hasMessageContaining(instead);
    assertThat(classes.refused(Forbidden.class))
        .anySatisfy(refused -> {
          assertThat(refused.what()).isEqualTo(what);
          assertThat(refused.instead()).contains(instead);
        });
  }

  @Test
  void everyMethodButOneIsRefusedOnItsLine() throws Exception {
    List<Refused> refused = classes.refused(Forbidden.class);
    long methods =
        Arrays.stream(Forbidden.class.getDeclaredMethods())
            .filter(method -> !method.isSynthetic() && !method.getName().equals("allowed"))
            .count();
    assertThat(refused.stream().map(Refused::line).distinct()).hasSizeGreaterThan(30);
    assertThat(refused).hasSizeGreaterThanOrEqualTo((int) methods - 1);
    assertThat(refused).isSortedAccordingTo((a, b) -> Integer.compare(a.line(), b.line()));
  }

  @Test
  void poolTasksAreRefusedInTheirOwnClass() throws Exception {
    classes.load(Forbidden.class);
    Class<?> task = classes.loadClass(Forbidden.class.getName() + "$Task");
    assertThat(task.getSuperclass().getSimpleName()).isEqualTo("RecursiveTask");
    assertThatThrownBy(() -> world.run(() -> classes.call(Forbidden.class, "task")))
        .hasMessageContaining("java.util.concurrent.RecursiveTask is refused");
  }

  @Test
  void pureMembersOfForbiddenPackagesAreAllowed() throws Exception {
    assertThat(world.run(() -> classes.call(Forbidden.class, "allowed"))).isEqualTo("rafta");
  }

  @Test
  void outsideASimulationNothingIsRefused() throws Exception {
    assertThatThrownBy(() -> classes.call(Forbidden.class, "files"))
        .isInstanceOf(java.nio.file.NoSuchFileException.class);
    classes.call(Forbidden.class, "parallelSort");
    classes.call(Forbidden.class, "staticWrite");
  }

  @Test
  void nativeMethodsAndFinalizers() throws Exception {
    assertThat(classes.refused(ForbiddenDeclarations.class).stream().map(Refused::toString))
        .anyMatch(text ->
            text.startsWith(
                "ForbiddenDeclarations.java:"
                    + " native method ForbiddenDeclarations.callsC is refused: native code"))
        .anyMatch(text ->
            text.matches(
                "ForbiddenDeclarations\\.java:\\d+: finalizer"
                    + " ForbiddenDeclarations\\.finalize is refused: garbage .*"))
        .hasSize(2);
  }

  @Test
  void aClassThatCannotBeReadIsRefused() {
    RefusalRegistry registry = new RefusalRegistry();
    AppTransformer transformer = new AppTransformer(registry);
    byte[] garbage = {1, 2, 3};
    assertThat(transformer.transform(classes, name(), null, null, garbage)).isNull();
    assertThat(registry.of(Forbidden.class)).isEmpty();
    ClassLoader own = Forbidden.class.getClassLoader();
    assertThat(transformer.transform(own, name(), null, null, garbage)).isNull();
    assertThat(registry.of(Forbidden.class))
        .singleElement()
        .hasToString(registry.of(Forbidden.class).getFirst().toString())
        .satisfies(refused -> assertThat(refused.what()).contains("cannot be rewritten"));
  }

  private static String name() {
    return Forbidden.class.getName().replace('.', '/');
  }
}
