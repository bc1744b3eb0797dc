// 3B/basic-agreement -> exception: S0: Raft.start returned null; it must return an Optional
import io.raftbed.lab.*;
import java.util.Optional;

/** Means: not me. */
public class ReturnsNullFromStart extends Quiet {
  public ReturnsNullFromStart(Environment environment) {
    // Nothing to restore.
  }

  @Override
  public Optional<Started> start(byte[] command) {
    return null;
  }
}
