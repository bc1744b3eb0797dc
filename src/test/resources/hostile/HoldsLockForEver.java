// 3A/initial-election -> liveness: S0 has not returned from Raft.state for 30 s
import io.raftbed.lab.*;

/** Takes a lock and never lets it go. */
public class HoldsLockForEver extends Quiet {
  public HoldsLockForEver(Environment environment) {
    new Thread(this::work, "worker").start();
  }

  private synchronized void work() {
    while (true) {
      try {
        Thread.sleep(1000); // HERE
      } catch (InterruptedException e) {
        // go on
      }
    }
  }

  @Override
  public synchronized RaftState state() {
    return new RaftState(0, false);
  }
}
