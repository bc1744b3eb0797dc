// 3A/initial-election -> out of memory: the static initialiser of LongArrayInStaticInitialiser uses
// up the memory
import io.raftbed.lab.*;

/** Runs out of memory at once, before anybody looks: no array can be so long. */
public class LongArrayInStaticInitialiser extends Quiet {
  public LongArrayInStaticInitialiser(Environment environment) {
    // Nothing to restore.
  }

  static final byte[] ALL = new byte[Integer.MAX_VALUE]; // HERE
}
