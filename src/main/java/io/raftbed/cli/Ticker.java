package io.raftbed.cli;

/** Keeps the status line of a terminal moving while other threads work; closed, it stops. */
final class Ticker implements AutoCloseable {

  private static final long MILLIS = 200;

  private final Thread thread;

  /**
   * Starts it, unless nobody would see it.
   *
   * @param text the line; the seconds since the start are put after it
   */
  Ticker(Terminal terminal, String text) {
    thread = Thread.ofPlatform().daemon().name("ticker").unstarted(() -> tick(terminal, text));
    if (terminal.live()) {
      thread.start();
    }
  }

  private static void tick(Terminal terminal, String text) {
    long start = System.nanoTime();
    try {
      while (true) {
        Thread.sleep(MILLIS);
        terminal.status("%s (%d s)".formatted(text, (System.nanoTime() - start) / 1_000_000_000));
      }
    } catch (InterruptedException closed) {
      // There is nothing more to show.
    }
  }

  @Override
  public void close() {
    thread.interrupt();
  }
}
