// 3A/initial-election -> stack overflow: S0: java.lang.StackOverflowError escaped from thread
// 'Raft.state'
import io.raftbed.lab.*;

/** Calls itself without end. */
public class OverflowsStack extends Quiet {
  public OverflowsStack(Environment environment) {
    // Nothing to restore.
  }

  private int depth(int n) {
    return depth(n + 1) + 1; // HERE
  }

  @Override
  public RaftState state() {
    return new RaftState(depth(0), false);
  }
}
