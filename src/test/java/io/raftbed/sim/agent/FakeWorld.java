package io.raftbed.sim.agent;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/** A world that answers with counters and notes what was asked. */
final class FakeWorld implements World {
  final List<String> log = new ArrayList<>();
  final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream out = new PrintStream(printed, true);
  private long clock;
  private long seeds;
  private int hashes;
  private int names;
  private int depth;

  /** Runs a task as if on a simulated thread. */
  <T> T run(Callable<T> task) throws Exception {
    FutureTask<T> result = new FutureTask<>(task);
    new FakeCarrier(this, result).start();
    try {
      return result.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof Exception cause ? cause : e;
    }
  }

  private static final class FakeCarrier extends Carrier {
    private final World world;
    private final Runnable task;
    private long answers;

    FakeCarrier(World world, Runnable task) {
      super("fake carrier");
      this.world = world;
      this.task = task;
    }

    @Override
    public void run() {
      task.run();
    }

    @Override
    public World world() {
      return world;
    }

    /** Patched classes of the JDK ask for ids and clocks: any numbers will do. */
    @Override
    public long applyAsLong(long operation) {
      return ++answers;
    }

    /** Leaves every request to the JDK. */
    @Override
    public @Nullable Object apply(Object request, Object argument) {
      return null;
    }

    @Override
    public void uncaught(Thread thread, Throwable exception) {
      throw new AssertionError(exception);
    }
  }

  @Override
  public long nanoTime() {
    return ++clock;
  }

  @Override
  public long currentTimeMillis() {
    return 1000 + ++clock;
  }

  @Override
  public long seed() {
    return ++seeds * 0x9E3779B97F4A7C15L;
  }

  @Override
  public int identityHash(Object object) {
    return 100;
  }

  @Override
  public int nextIdentityHash() {
    return ++hashes;
  }

  @Override
  public void monitorEnter(Object object) {
    depth++;
    log.add("enter " + name(object));
  }

  @Override
  public void monitorExit(Object object) {
    depth--;
    log.add("exit " + name(object));
  }

  @Override
  public void monitorWait(Object object, long millis) {
    log.add("wait " + millis);
  }

  @Override
  public void monitorNotify(Object object) {
    log.add("notify");
  }

  @Override
  public void monitorNotifyAll(Object object) {
    log.add("notifyAll");
  }

  @Override
  public boolean holdsLock(Object object) {
    return depth > 0;
  }

  @Override
  public Thread newThread(String name, Runnable task) {
    log.add("thread " + name);
    return Thread.ofVirtual().name(name).unstarted(task);
  }

  @Override
  public String nextThreadName() {
    return "sim-" + names++;
  }

  @Override
  public PrintStream out() {
    return out;
  }

  @Override
  public PrintStream err() {
    return out;
  }

  @Override
  public void refused(String what) {
    throw new IllegalStateException(what);
  }

  @Override
  public void overdue() {
    log.add("turn");
  }

  private static String name(Object object) {
    return object instanceof Class<?> type
        ? "class " + type.getSimpleName()
        : object instanceof String ? object.toString() : object.getClass().getSimpleName();
  }
}
