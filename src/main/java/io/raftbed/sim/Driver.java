package io.raftbed.sim;

import io.raftbed.sim.agent.Carrier;
import io.raftbed.sim.agent.Hooks;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Fingerprint;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Drives one simulation on its carrier: runs what is due, then one runnable thread to its next
 * wait, and lets time jump when nothing can run.
 */
final class Driver {
  /** Virtual nanoseconds that a step of a thread takes at least; a seeded part comes on top. */
  private static final long STEP_NANOS = 200;

  private static final long STEP_JITTER_MASK = 0xFF;

  /** Virtual nanoseconds that reading the clock takes, so that code that polls it goes on. */
  private static final long CLOCK_READ_NANOS = 100;

  /** A run in which so many steps follow each other without a pause makes no progress. */
  private static final int MOST_STEPS_WITHOUT_PAUSE = 2_000_000;

  /** What all nodes may print in a run. */
  private static final long MOST_PRINTED_BYTES = 16L << 20;

  private final SimulationOptions options;
  private final Consumer<Simulation> main;
  private final Simulation simulation;
  private final Schedule schedule;
  private final Fingerprint fingerprint = new Fingerprint();
  private final Timers timers = new Timers();
  private final List<Task> runQueue = new ArrayList<>();
  private final NativeMonitors nativeMonitors = new NativeMonitors(this);
  private final SpinDetector spins = new SpinDetector(this);
  private final Answers answers = new Answers(this);
  private final List<Incarnation> incarnations = new ArrayList<>();
  private final Map<Integer, NodeClock> clocks = new HashMap<>();
  private final NodeClock trueClock = new NodeClock(this);
  private final CarrierThread carrier;
  private final CountDownLatch finished = new CountDownLatch(1);
  private final long limit;
  private final boolean traced;
  private long jitter;
  private long printed;
  private long now;
  private long events;
  private int stepsWithoutPause;
  private final AtomicLong steps = new AtomicLong();
  private volatile boolean overdue;
  private volatile boolean givenUp;
  private volatile boolean asksAtLoops;
  private @Nullable Incarnation running;

  /** The thread of the latest step; others look at it when that step does not end. */
  private @Nullable Thread stepping;

  private boolean mainEnded;
  private volatile Verdict.@Nullable Fail failure;

  Driver(SimulationOptions options, Consumer<Simulation> main) {
    this.options = options;
    this.main = main;
    this.limit = options.limitNanos();
    this.traced = !options.sink().equals(TraceSink.NONE);
    this.simulation = new Simulation(this, options.seed());
    this.schedule = options.schedule().make(simulation.random("schedule"));
    this.jitter = simulation.random("step").nextLong() | 1;
    this.carrier = CarrierThread.idle();
  }

  /** Starts the simulation on a carrier; its end is told by {@link #finished}. */
  void start() {
    carrier.carry(this);
  }

  /** Runs the simulation on the calling carrier. */
  void run() {
    try {
      simulate();
    } catch (OutOfMemoryError e) {
      // To tell of it needs memory, too: outcome() does, on a thread that will have some.
    }
  }

  private void simulate() {
    try {
      Incarnation testbed = boot(TraceEvent.TESTBED, "testbed", Seeds.derive(0, "testbed"));
      testbed.start(
          "test",
          () -> {
            main.accept(simulation);
            mainEnded = true;
          });
      DeadlockDetector.watch(this);
      loop();
    } catch (OutOfMemoryError e) {
      throw e;
    } catch (Throwable e) {
      fail(FailureKind.TESTBED_FAULT, "the simulation itself failed: " + e, trace(e));
    }
  }

  private static List<String> trace(Throwable e) {
    return Arrays.stream(e.getStackTrace()).limit(12).map(f -> "  at " + f).toList();
  }

  private void loop() {
    while (failure == null && !mainEnded) {
      if (timers.nextDue() <= now) {
        timers.poll().fire();
      } else if (!runQueue.isEmpty()) {
        step(runQueue.remove(schedule.next(runQueue)));
      } else if (timers.nextDue() <= limit) {
        now = timers.nextDue();
        stepsWithoutPause = 0;
      } else {
        outOfTime();
      }
      if (now > limit) {
        outOfTime();
      }
    }
  }

  private void outOfTime() {
    now = Math.max(now, limit);
    fail(
        FailureKind.LIVENESS,
        "the test is not done after " + limit / 1_000_000_000 + " s of virtual time",
        List.of());
  }

  private void step(Task task) {
    now += STEP_NANOS + nextJitter();
    events++;
    steps.lazySet(events);
    fingerprint.add(now ^ (long) VirtualThreads.number(task.thread()) << 48);
    running = task.incarnation();
    stepping = task.thread();
    long began = now;
    do {
      task.continuation().run();
    } while (nativeMonitors.stoppedFromOutside(task.thread()));
    running = null;
    nativeMonitors.afterStep(task.thread());
    spins.ended(task, now - began);
    if (++stepsWithoutPause > MOST_STEPS_WITHOUT_PAUSE) {
      fail(Failures.busy(task.incarnation(), task.thread()));
    }
  }

  /** Marsaglia's xorshift64: one cheap draw for each step. */
  private long nextJitter() {
    jitter ^= jitter << 13;
    jitter ^= jitter >>> 7;
    jitter ^= jitter << 17;
    return jitter & STEP_JITTER_MASK;
  }

  @Nullable NodeWorld world() {
    return running == null ? null : running.world();
  }

  void uncaught(Thread thread, Throwable exception) {
    if (running != null) {
      running.failed(thread, exception);
    }
  }

  Incarnation boot(int node, String name, long seed) {
    incarnations.removeIf(incarnation -> !incarnation.alive());
    Incarnation incarnation = new Incarnation(this, node, name, seed);
    incarnations.add(incarnation);
    return incarnation;
  }

  void event(int node, EventKind kind, long bits, Object detail) {
    if (failure != null) {
      return; // how far a thread gets that is about to be stopped is the machine's
    }
    events++;
    fingerprint.add(now ^ (long) kind.code() << 40 ^ (long) node << 50);
    fingerprint.add(bits);
    if (traced) {
      options.sink().accept(new TraceEvent(now, node, kind, detail));
    }
  }

  void fail(FailureKind kind, String message, List<String> facts) {
    fail(new Verdict.Fail(kind, message, facts, now));
  }

  /** A node has printed so many bytes more; nobody reads a gigabyte. */
  void printed(Incarnation incarnation, int bytes) {
    printed += bytes;
    if (printed > MOST_PRINTED_BYTES) {
      fail(
          FailureKind.LIMIT,
          incarnation.name() + " prints too much: " + (MOST_PRINTED_BYTES >> 20) + " MB in one run",
          Failures.frames(Thread.currentThread().getStackTrace()));
    }
  }

  /** Ends the run; the first failure counts. Does not return on a simulated thread. */
  void fail(Verdict.Fail fail) {
    if (failure == null) {
      failure = fail;
    }
    if (Thread.currentThread().isVirtual()) {
      halt();
    }
  }

  /**
   * Ends the run where the calling thread cannot be parked; its next turn of a loop parks it, or
   * the end of its step.
   */
  void failSoon(Verdict.Fail fail) {
    if (failure == null) {
      failure = fail;
    }
    asksAtLoops = true;
    Hooks.askAtLoops(true);
  }

  /** Parks the calling simulated thread for ever. */
  void halt() {
    while (true) {
      LockSupport.park(this);
      Thread.interrupted();
    }
  }

  /** Lets the time pass that it takes a program to read its clock. */
  void passClockRead() {
    if (running != null) {
      now += CLOCK_READ_NANOS;
    }
  }

  /** Returns the running node's clock; a true one when none runs. */
  NodeClock clock() {
    return running == null ? trueClock : running.clock();
  }

  /** Returns the clock of a node, the same one for all its lives. */
  NodeClock clock(int node) {
    return clocks.computeIfAbsent(node, _ -> new NodeClock(this));
  }

  boolean isDue() {
    return timers.nextDue() <= now;
  }

  /** Returns when a delay that starts now ends; a delay beyond all time ends never. */
  long due(long delayNanos) {
    long due = now + Math.max(0, delayNanos);
    return due < 0 ? Long.MAX_VALUE : due;
  }

  /** Whether the calling thread is the carrier of this simulation, or runs on it. */
  boolean isCurrent() {
    return Carrier.current() == carrier && carrier.carries(this);
  }

  /** Whether a thread of this simulation holds the native monitor that another waits to enter. */
  boolean holdsMonitorOf(Thread blocked) {
    Object monitor = ThreadSnapshots.blockedOn(blocked);
    return monitor != null
        && incarnations.stream()
            .flatMap(incarnation -> incarnation.threads().stream())
            .filter(Thread::isAlive)
            .anyMatch(thread -> ThreadSnapshots.holds(thread, monitor));
  }

  Outcome outcome() {
    if (failure == null && !mainEnded) {
      fail(FailureKind.OUT_OF_MEMORY, "the servers use up the memory", List.of());
    }
    Verdict verdict = failure;
    return verdict instanceof Verdict.Fail fail
        ? new Outcome(fail, fail.virtualNanos(), events, fingerprint.value())
        : new Outcome(new Verdict.Pass(), now, events, fingerprint.value());
  }

  long now() {
    return now;
  }

  /** Returns a number that changes while steps end; read by the watchdog. */
  long steps() {
    return steps.get();
  }

  boolean overdue() {
    return overdue;
  }

  void setOverdue() {
    overdue = true;
  }

  /** Whether loops were made to ask on behalf of this run. */
  boolean asksAtLoops() {
    return asksAtLoops;
  }

  boolean givenUp() {
    return givenUp;
  }

  /** Nobody waits any longer for the step that does not end. */
  void giveUp() {
    givenUp = true;
  }

  /** Whether the simulation has ended, and its carrier is free. */
  boolean ended() {
    return finished.getCount() == 0;
  }

  /** Returns how many bytes this run has allocated. */
  long allocatedBytes() {
    return carrier.allocatedInRun();
  }

  StackTraceElement[] carrierStack() {
    return carrier.getStackTrace();
  }

  boolean failed() {
    return failure != null;
  }

  boolean failedWith(FailureKind kind) {
    Verdict.Fail fail = failure;
    return fail != null && fail.kind() == kind;
  }

  /** Returns what counts down when the simulation has ended. */
  CountDownLatch finished() {
    return finished;
  }

  Simulation simulation() {
    return simulation;
  }

  Answers answers() {
    return answers;
  }

  Timers timers() {
    return timers;
  }

  List<Task> runQueue() {
    return runQueue;
  }

  List<Incarnation> incarnations() {
    return incarnations;
  }

  NativeMonitors nativeMonitors() {
    return nativeMonitors;
  }

  @Nullable Thread stepping() {
    return stepping;
  }

  @Nullable Incarnation running() {
    return running;
  }
}
