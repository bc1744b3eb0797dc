// 3A/initial-election -> refused api: sun.misc.Unsafe is refused
import io.raftbed.lab.*;

/** Writes anywhere. */
public class UsesUnsafe extends Quiet {
  public UsesUnsafe(Environment environment) {
    sun.misc.Unsafe.getUnsafe().addressSize(); // HERE
  }
}
