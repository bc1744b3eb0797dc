// 3A/many-elections hungry -> out of memory
import io.raftbed.lab.*;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Keeps a little more all the time. */
public class Leaks extends Quiet {
  public Leaks(Environment environment) {
    new Thread(this::work).start();
  }

  private final List<byte[]> log = new ArrayList<>();

  private void work() {
    while (true) {
      log.add(new byte[1 << 20]);
      LockSupport.parkNanos(10_000);
    }
  }
}
