package io.raftbed.sim.agent;

import java.util.List;

/**
 * The classes of JDK 25 that read the clock, or count the machine's cores, on the way of a wait.
 */
final class ClockReaders {
  private static final String CONCURRENT = "java/util/concurrent/";

  /** They call System.nanoTime or System.currentTimeMillis. */
  static final List<String> CLOCK =
      List.of(
          "java/lang/Thread",
          "java/lang/VirtualThread",
          "java/time/Clock",
          "java/time/Clock$SystemClock",
          "java/time/Clock$SystemInstantSource",
          "java/util/Date",
          "java/util/GregorianCalendar",
          "java/util/Random",
          "java/util/Timer",
          "java/util/TimerThread",
          CONCURRENT + "AbstractExecutorService",
          CONCURRENT + "CompletableFuture",
          CONCURRENT + "CompletableFuture$Signaller",
          CONCURRENT + "DelayScheduler",
          CONCURRENT + "Exchanger",
          CONCURRENT + "ForkJoinPool",
          CONCURRENT + "ForkJoinTask",
          CONCURRENT + "FutureTask",
          CONCURRENT + "LinkedTransferQueue$DualNode",
          CONCURRENT + "Phaser$QNode",
          CONCURRENT + "ScheduledThreadPoolExecutor",
          CONCURRENT + "ScheduledThreadPoolExecutor$ScheduledFutureTask",
          CONCURRENT + "SubmissionPublisher$BufferedSubscription",
          CONCURRENT + "ThreadLocalRandom",
          CONCURRENT + "ThreadPerTaskExecutor",
          CONCURRENT + "locks/AbstractQueuedLongSynchronizer",
          CONCURRENT + "locks/AbstractQueuedLongSynchronizer$ConditionObject",
          CONCURRENT + "locks/AbstractQueuedSynchronizer",
          CONCURRENT + "locks/AbstractQueuedSynchronizer$ConditionObject",
          CONCURRENT + "locks/LockSupport",
          CONCURRENT + "locks/StampedLock");

  /** Their spin counts depend on the number of cores, which must not decide a schedule. */
  static final List<String> CORES =
      List.of(
          CONCURRENT + "Exchanger",
          CONCURRENT + "LinkedTransferQueue$DualNode",
          CONCURRENT + "Phaser");

  private ClockReaders() {}
}
