// 3B+/clock-jumps -> liveness: the test has set the servers' wall time: time-outs need
// System.nanoTime
import io.raftbed.lab.*;

/** The first server leads for as long as the wall time does not go back. */
public class TimesByWallClock extends Quiet {
  private final long start = System.currentTimeMillis();
  private final int me;

  public TimesByWallClock(Environment environment) {
    me = environment.me();
  }

  @Override
  public RaftState state() {
    return new RaftState(1, me == 0 && System.currentTimeMillis() >= start);
  }
}
