// 3A/initial-election -> liveness: no leader
import io.raftbed.lab.*;

/** Can be interrupted as often as one likes. */
public class SwallowsInterrupts extends Quiet {
  public SwallowsInterrupts(Environment environment) {
    Thread worker = new Thread(this::work, "worker");
    worker.start();
    worker.interrupt();
  }

  private void work() {
    while (true) {
      try {
        Thread.sleep(10);
      } catch (InterruptedException e) {
        // go on
      }
    }
  }
}
