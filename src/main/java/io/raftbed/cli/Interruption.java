package io.raftbed.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Turns Ctrl-C into an interrupt of the thread that made this, and gives it time to write down what
 * is finished before the process ends with {@link ExitCode#NO_VERDICT}.
 */
final class Interruption implements AutoCloseable {

  private static final long GRACE_SECONDS = 10;

  private final CountDownLatch written = new CountDownLatch(1);
  private final Thread hook;

  Interruption() {
    Thread main = Thread.currentThread();
    hook = Thread.ofPlatform().name("interruption").unstarted(() -> interrupt(main));
    Runtime.getRuntime().addShutdownHook(hook);
  }

  private void interrupt(Thread main) {
    main.interrupt();
    try {
      if (!written.await(GRACE_SECONDS, TimeUnit.SECONDS)) {
        System.err.println("raftbed: interrupted before all results were written");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitCode.NO_VERDICT);
  }

  /** Everything is written down; the process may end. */
  @Override
  public void close() {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException shuttingDown) {
      // The hook is waiting for this.
    }
    written.countDown();
  }
}
