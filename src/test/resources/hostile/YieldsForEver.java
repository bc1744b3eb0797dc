// 3A/initial-election -> busy loop: runs on and on without waiting for anything
import io.raftbed.lab.*;

/** Yields, but never waits. */
public class YieldsForEver extends Quiet {
  public YieldsForEver(Environment environment) {
    // Nothing to restore.
  }

  private volatile boolean elected;

  @Override
  public RaftState state() {
    while (!elected) {
      Thread.yield(); // HERE
    }
    return new RaftState(1, true);
  }
}
