// 3A/initial-election -> too many threads: runs more than 10000 threads at once
import io.raftbed.lab.*;

/** Starts one thread after the other. */
public class StartsThreads extends Quiet {
  public StartsThreads(Environment environment) {
    while (true) {
      new Thread(() -> java.util.concurrent.locks.LockSupport.park()).start(); // HERE
    }
  }
}
