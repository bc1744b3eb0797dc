// 3A/initial-election slow -> busy loop: thread 'Raft.state' runs on and on without waiting for
// anything
import io.raftbed.lab.*;

/** Waits by looking again and again. */
public class SpinsInState extends Quiet {
  public SpinsInState(Environment environment) {
    // Nothing to restore.
  }

  private volatile boolean elected;

  @Override
  public RaftState state() {
    while (!elected) {
      Math.abs(1); // HERE
    }
    return new RaftState(1, true);
  }
}
