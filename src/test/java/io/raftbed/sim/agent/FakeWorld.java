package io.raftbed.sim.agent;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

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
    FakeCarrier<T> carrier = new FakeCarrier<>(this, task);
    carrier.start();
    carrier.join();
    if (carrier.failure != null) {
      throw carrier.failure;
    }
    return carrier.result;
  }

  private static final class FakeCarrier<T> extends Carrier {
    private final World world;
    private final Callable<T> task;
    private T result;
    private Exception failure;

    FakeCarrier(World world, Callable<T> task) {
      this.world = world;
      this.task = task;
    }

    @Override
    public void run() {
      try {
        result = task.call();
      } catch (Exception e) {
        failure = e;
      }
    }

    @Override
    public World world() {
      return world;
    }

    @Override
    public long applyAsLong(long operand) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Object apply(Object first, Object second) {
      throw new UnsupportedOperationException();
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
