package io.raftbed.sim;

import com.sun.management.ThreadMXBean;
import io.raftbed.sim.agent.Carrier;
import io.raftbed.sim.agent.World;
import java.lang.management.ManagementFactory;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * The thread that carries a simulation, and when that has ended another one: to start a thread and
 * to end it costs as much as a tenth of a short run.
 */
final class CarrierThread extends Carrier {
  private static final int MOST_IDLE = 64;

  /** Nothing is allocated to enter it or to leave it: the memory may be used up. */
  private static final BlockingQueue<CarrierThread> IDLE = new ArrayBlockingQueue<>(MOST_IDLE);

  /** What another thread has given it to carry. */
  private volatile @Nullable Driver next;

  /** What it carries; for itself, and for the threads of the simulation. */
  private @Nullable Driver driver;

  private volatile long allocatedBefore;

  private CarrierThread() {
    super("raftbed-carrier");
    setDaemon(true);
  }

  /** Returns one that carries nothing. */
  static CarrierThread idle() {
    CarrierThread idle = IDLE.poll();
    return idle == null ? new CarrierThread() : idle;
  }

  /** Carries a simulation, and is idle again when that has ended. */
  void carry(Driver driver) {
    boolean isNew = getState() == State.NEW;
    allocatedBefore = isNew ? 0 : allocated();
    next = driver;
    if (isNew) {
      start();
    } else {
      LockSupport.unpark(this);
    }
  }

  @Override
  public void run() {
    boolean goesOn = true;
    while (goesOn) {
      Driver carried = awaitNext();
      driver = carried;
      carried.run();
      driver = null;
      next = null;
      Thread.interrupted(); // clears what may be left of the last thread it carried
      goesOn = IDLE.offer(this);
      carried.finished().countDown();
    }
  }

  private Driver awaitNext() {
    Driver given = next;
    while (given == null) {
      LockSupport.park(this);
      given = next;
    }
    return given;
  }

  /** Whether it carries this simulation just now; to be asked on it. */
  boolean carries(Driver asking) {
    return driver == asking;
  }

  /** Returns how many bytes the simulation has allocated that it carries. */
  long allocatedInRun() {
    return allocated() - allocatedBefore;
  }

  private long allocated() {
    return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getThreadAllocatedBytes(threadId());
  }

  @Override
  public long applyAsLong(long operation) {
    return driver == null ? 0 : driver.answers().number(operation);
  }

  @Override
  public @Nullable Object apply(Object request, Object argument) {
    return driver == null ? null : driver.answers().object(request, argument);
  }

  @Override
  public @Nullable World world() {
    return driver == null ? null : driver.world();
  }

  @Override
  public void uncaught(Thread thread, Throwable exception) {
    if (driver != null) {
      driver.uncaught(thread, exception);
    }
  }
}
