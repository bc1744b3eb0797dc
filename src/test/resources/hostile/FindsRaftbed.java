// 3A/initial-election -> refused api: io.raftbed.sim.Driver is refused
import io.raftbed.lab.*;

/** Looks Raftbed up with another loader. */
public class FindsRaftbed extends Quiet {
  public FindsRaftbed(Environment environment) throws Exception {
    Thread.currentThread().getContextClassLoader().loadClass("io.raftbed.sim.Driver"); // HERE
  }
}
