package io.raftbed.sim.agent.samples;

import java.io.File;
import java.io.FileInputStream;
import java.lang.ref.WeakReference;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.WeakHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.RecursiveTask;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Uses, one in a method, what a replica must not. */
public class Forbidden {
  static int counter;

  /** A pool's task. */
  private static class Task extends RecursiveTask<Integer> {
    private static final long serialVersionUID = 1L;

    @Override
    protected Integer compute() {
      return 1;
    }
  }

  /** Inherits a forbidden method. */
  private static class Names extends ArrayList<String> {
    private static final long serialVersionUID = 1L;
  }

  public static void socket() throws Exception {
    new Socket("localhost", 1).close();
  }

  public static void address() throws Exception {
    java.net.InetAddress.getLocalHost();
  }

  public static void channel() throws Exception {
    java.nio.channels.SocketChannel.open().close();
  }

  public static void http() {
    java.net.http.HttpClient.newHttpClient().close();
  }

  public static void files() throws Exception {
    Files.delete(Path.of("missing"));
  }

  public static void file() {
    new File("missing").delete();
  }

  public static void stream() throws Exception {
    new FileInputStream("missing").close();
  }

  public static void fileReference() {
    Function<String, File> make = File::new;
    make.apply("missing").delete();
  }

  public static void addresses() {
    new IdentityHashMap<String, String>().clear();
  }

  public static void process() throws Exception {
    new ProcessBuilder("true").start();
  }

  public static void exec() throws Exception {
    Runtime.getRuntime().exec(new String[] {"true"});
  }

  public static void exit() {
    System.exit(3);
  }

  public static void exitReference() {
    IntConsumer exit = System::exit;
    exit.accept(3);
  }

  public static void halt() {
    Runtime.getRuntime().halt(3);
  }

  public static void shutdownHook() {
    Runtime.getRuntime().addShutdownHook(new Thread());
  }

  @SuppressWarnings("restricted")
  public static void library() {
    System.loadLibrary("missing");
  }

  public static void foreign() {
    java.lang.foreign.Arena.ofAuto();
  }

  public static void beans() {
    java.lang.management.ManagementFactory.getThreadMXBean();
  }

  public static void parallelStream() {
    var unused = List.of(1).parallelStream().count();
  }

  public static void inheritedParallelStream() {
    var unused = new Names().parallelStream().count();
  }

  public static void parallel() {
    var unused = IntStream.range(0, 2).parallel().sum();
  }

  public static void parallelSort() {
    Arrays.parallelSort(new int[] {2, 1});
  }

  public static void commonPool() {
    ForkJoinPool.commonPool();
  }

  public static void task() {
    new Task().fork();
  }

  public static void stealing() {
    Executors.newWorkStealingPool().close();
  }

  public static void perTask() {
    Executors.newThreadPerTaskExecutor(Thread::new).close();
  }

  public static void weak() {
    new WeakReference<>("a").get();
  }

  public static void weakMap() {
    new WeakHashMap<String, String>().clear();
  }

  public static void collect() {
    System.gc();
  }

  public static void memory() {
    Runtime.getRuntime().freeMemory();
  }

  public static void platformThread() {
    Thread.ofPlatform().unstarted(() -> {});
  }

  public static void census() {
    Thread.getAllStackTraces();
  }

  public static void handler() {
    Thread.setDefaultUncaughtExceptionHandler((thread, e) -> {});
  }

  public static void setOut() {
    System.setOut(null);
  }

  public static void input() throws Exception {
    System.in.available();
  }

  public static void property() {
    System.setProperty("raftbed.sample", "1");
  }

  public static void staticWrite() {
    counter++;
  }

  public static String allowed() throws Exception {
    try {
      return URI.create("raft://1").getScheme() + Path.of("a").getFileName();
    } catch (java.io.UncheckedIOException e) {
      return "never";
    }
  }
}
