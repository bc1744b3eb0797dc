// 3A/initial-election -> exception: S0: java.lang.ArithmeticException escaped from thread
// 'Raft.state'
import io.raftbed.lab.*;

/** Fails when it is asked for its term. */
public class ThrowsInState extends Quiet {
  public ThrowsInState(Environment environment) {
    // Nothing to restore.
  }

  private int zero;

  @Override
  public RaftState state() {
    return new RaftState(1 / zero, false); // HERE
  }
}
