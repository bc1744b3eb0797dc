// 3A/initial-election -> exception: S0: java.lang.NoClassDefFoundError escaped from thread
// 'RaftFactory.make'
import io.raftbed.lab.*;

/** Cannot even be initialised. */
public class ThrowsInStaticInitialiser extends Quiet {
  public ThrowsInStaticInitialiser(Environment environment) {
    // Nothing to restore.
  }

  private static final int PORT = Integer.parseInt("none"); // HERE

  @Override
  public RaftState state() {
    return new RaftState(PORT, false);
  }
}
