// 3A/initial-election -> exception: java.lang.IllegalStateException escaped from thread 'ticker'
import io.raftbed.lab.*;

/** Fails later, on a thread of its own. */
public class ThrowsInThread extends Quiet {
  public ThrowsInThread(Environment environment) {
    new Thread(ThrowsInThread::tick, "ticker").start();
  }

  private static void tick() {
    throw new IllegalStateException("the ticker died"); // HERE
  }
}
