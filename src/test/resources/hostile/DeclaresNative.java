// 3A/initial-election -> refused api: native method DeclaresNative.vote is refused
import io.raftbed.lab.*;

/** Declares native code. */
public class DeclaresNative extends Quiet {
  public DeclaresNative(Environment environment) {
    // Nothing to restore.
  }

  native int vote();
}
