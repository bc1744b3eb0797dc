// 3A/initial-election -> exception: S0: Raft.state returned null; it must return its term and role
import io.raftbed.lab.*;

/** Has no state. */
public class ReturnsNullFromState extends Quiet {
  public ReturnsNullFromState(Environment environment) {
    // Nothing to restore.
  }

  @Override
  public RaftState state() {
    return null;
  }
}
