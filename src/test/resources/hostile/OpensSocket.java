// 3A/initial-election -> refused api: java.net.ServerSocket is refused
import io.raftbed.lab.*;

/** Listens on a port. */
public class OpensSocket extends Quiet {
  public OpensSocket(Environment environment) throws Exception {
    new java.net.ServerSocket(4711); // HERE
  }
}
