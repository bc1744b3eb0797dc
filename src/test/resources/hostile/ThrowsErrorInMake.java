// 3A/initial-election -> exception: S0: java.lang.AssertionError escaped from thread
// 'RaftFactory.make'
import io.raftbed.lab.*;

/** Fails with an Error, through the static door. */
public class ThrowsErrorInMake extends Quiet {
  public static Raft make(Environment environment) {
    throw new AssertionError("impossible"); // HERE
  }
}
