// 3A/initial-election slow -> liveness: the static initialiser of WaitsInStaticInitialiser does not
// end
import io.raftbed.lab.*;
import java.util.concurrent.Semaphore;

/** Waits for a run before there is one. */
public class WaitsInStaticInitialiser extends Quiet {
  public WaitsInStaticInitialiser(Environment environment) {
    // Nothing to restore.
  }

  static {
    new Semaphore(0).acquireUninterruptibly(); // HERE
  }
}
