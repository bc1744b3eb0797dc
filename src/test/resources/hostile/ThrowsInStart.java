// 3B/basic-agreement -> exception: S0: java.lang.NullPointerException escaped from thread
// 'Raft.start'
import io.raftbed.lab.*;
import java.util.Optional;

/** Fails when it is given a command. */
public class ThrowsInStart extends Quiet {
  public ThrowsInStart(Environment environment) {
    // Nothing to restore.
  }

  private java.util.List<byte[]> log;

  @Override
  public Optional<Started> start(byte[] command) {
    log.add(command); // HERE
    return Optional.empty();
  }
}
