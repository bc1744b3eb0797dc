package io.raftbed.cli;

import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Keeps the status line of a terminal moving while other threads work; closed, it stops. */
final class Ticker implements AutoCloseable {

  private static final long MILLIS = 200;

  private final ScheduledExecutorService thread =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("ticker").factory());

  /**
   * Starts it, unless nobody would see it.
   *
   * @param text the line, with the seconds since the start put after it
   */
  Ticker(Terminal terminal, String text) {
    if (terminal.live()) {
      long start = System.nanoTime();
      Runnable tick =
          () ->
              terminal.status(
                  "%s (%d s)".formatted(text, (System.nanoTime() - start) / 1_000_000_000));
      thread.scheduleAtFixedRate(tick, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }
  }

  @Override
  public void close() {
    thread.shutdownNow();
  }
}
