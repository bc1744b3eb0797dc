// 3A/initial-election -> refused api: a thread started by a static initialiser is refused
import io.raftbed.lab.*;

/** Has a thread before it has a life. */
public class StartsThreadInStaticInitialiser extends Quiet {
  public StartsThreadInStaticInitialiser(Environment environment) {
    // Nothing to restore.
  }

  static {
    new Thread(() -> {}).start();
  }
}
