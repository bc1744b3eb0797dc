// 3A/initial-election -> exception: S0: RaftFactory.make returned null; it must return the server
import io.raftbed.lab.*;

/** Forgets to return itself. */
public class ReturnsNullFromMake extends Quiet {
  public static Raft make(Environment environment) {
    return null;
  }
}
