// 3A/initial-election -> busy loop: S0: thread 'ticker' reads the clock again and again where
// it should wait
import io.raftbed.lab.*;

/** Waits for its election time-out with its eyes open. */
public class PollsClock extends Quiet {
  public PollsClock(Environment environment) {
    if (environment.me() == 0) {
      new Thread(this::tick, "ticker").start();
    }
  }

  private void tick() {
    long last = 0;
    while (last >= 0) {
      last = System.nanoTime(); // HERE
    }
  }
}
