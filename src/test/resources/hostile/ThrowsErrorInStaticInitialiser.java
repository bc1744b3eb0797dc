// 3A/initial-election -> exception: S0: java.lang.NoClassDefFoundError escaped from thread
// 'RaftFactory.make'
import io.raftbed.lab.*;

/** Cannot be initialised, by an Error. */
public class ThrowsErrorInStaticInitialiser extends Quiet {
  public ThrowsErrorInStaticInitialiser(Environment environment) {
    // Nothing to restore.
  }

  static {
    fail();
  }

  private static void fail() {
    throw new AssertionError("never"); // HERE
  }
}
