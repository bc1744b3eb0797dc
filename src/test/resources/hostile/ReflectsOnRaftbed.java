// 3A/initial-election -> refused api: io.raftbed.cluster.BootEnvironment is refused
import io.raftbed.lab.*;

/** Looks into what it is given. */
public class ReflectsOnRaftbed extends Quiet {
  public ReflectsOnRaftbed(Environment environment) throws Exception {
    environment.getClass().getDeclaredField("endpoint"); // HERE
  }
}
