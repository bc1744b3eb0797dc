// 3B/basic-agreement -> liveness: S0 has not returned from Raft.start for 30 s
import io.raftbed.lab.*;
import java.util.Optional;

/** Waits for agreement before it answers. */
public class BlocksInStart extends Quiet {
  public BlocksInStart(Environment environment) {
    // Nothing to restore.
  }

  private final Object committed = new Object();

  @Override
  public Optional<Started> start(byte[] command) {
    synchronized (committed) {
      try {
        committed.wait(); // HERE
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
    }
    return Optional.empty();
  }
}
