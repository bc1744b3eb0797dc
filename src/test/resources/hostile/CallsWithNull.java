// 3A/initial-election -> exception: S0: java.lang.NullPointerException escaped from thread
// 'RaftFactory.make'
import io.raftbed.lab.*;

/** Sends nothing. */
public class CallsWithNull extends Quiet {
  public CallsWithNull(Environment environment) {
    environment.peers().getFirst().call(null); // HERE
  }
}
