// 3A/initial-election -> deadlock: S0: threads wait for each other and can never go on
import io.raftbed.lab.*;

/** Takes two locks in two orders. */
public class Deadlocks extends Quiet {
  public Deadlocks(Environment environment) {
    new Thread(() -> lockBoth(log, votes), "one").start();
    new Thread(() -> lockBoth(votes, log), "other").start();
  }

  private final Object log = new Object();
  private final Object votes = new Object();

  private void lockBoth(Object first, Object second) {
    synchronized (first) {
      pause();
      synchronized (second) { // HERE
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(10);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
