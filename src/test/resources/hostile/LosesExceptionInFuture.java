// 3A/initial-election -> liveness: : java.lang.IllegalStateException: nobody
import io.raftbed.lab.*;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Its only task ends with an exception that a future keeps, and nobody asks the future. */
public class LosesExceptionInFuture extends Quiet {
  private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();

  public LosesExceptionInFuture(Environment environment) {
    timer.scheduleAtFixedRate(this::tick, 10, 10, TimeUnit.MILLISECONDS);
  }

  private void tick() {
    throw new IllegalStateException("nobody sees this"); // HERE
  }
}
