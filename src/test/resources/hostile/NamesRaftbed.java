// 3A/initial-election -> refused api: io.raftbed.sim.Driver is refused
import io.raftbed.lab.*;

/** Looks Raftbed up by name. */
public class NamesRaftbed extends Quiet {
  public NamesRaftbed(Environment environment) throws Exception {
    Class.forName("io.raftbed.sim.Driver"); // HERE
  }
}
