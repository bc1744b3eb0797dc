// 3A/initial-election -> exception: S0: java.lang.IllegalStateException escaped from thread
// 'RaftFactory.make'
import io.raftbed.lab.*;

/** Fails as it is made. */
public class ThrowsInConstructor extends Quiet {
  public ThrowsInConstructor(Environment environment) {
    throw new IllegalStateException("not ready"); // HERE
  }
}
