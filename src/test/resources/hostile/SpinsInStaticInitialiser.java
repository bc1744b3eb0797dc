// 3A/initial-election slow -> busy loop: the static initialiser of SpinsInStaticInitialiser does
// not end
import io.raftbed.lab.*;

/** Never gets as far as a run. */
public class SpinsInStaticInitialiser extends Quiet {
  public SpinsInStaticInitialiser(Environment environment) {
    // Nothing to restore.
  }

  static final int VALUE = spin();

  private static int spin() {
    int i = 1;
    while (i != 0) {
      i = i * 31 | 1; // HERE
    }
    return i;
  }
}
