// 3A/initial-election -> liveness: S0 has not returned from RaftFactory.make for 30 s
import io.raftbed.lab.*;
import java.util.concurrent.CountDownLatch;

/** Waits for something that nobody sends. */
public class BlocksInConstructor extends Quiet {
  public BlocksInConstructor(Environment environment) throws InterruptedException {
    new CountDownLatch(1).await(); // HERE
  }
}
