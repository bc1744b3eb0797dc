// 3A/initial-election -> refused api: io.raftbed.sim.agent.TrustedLookup is refused
import io.raftbed.lab.*;

/** Uses what is not of the lab. */
public class CallsRaftbed extends Quiet {
  public CallsRaftbed(Environment environment) {
    io.raftbed.sim.agent.TrustedLookup.get(); // HERE
  }
}
