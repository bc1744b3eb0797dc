// 3A/initial-election -> liveness: no leader
import io.raftbed.lab.*;
import java.util.concurrent.Semaphore;

/** Never answers a request. */
public class BlocksInHandler extends Quiet {
  public BlocksInHandler(Environment environment) {
    Semaphore none = new Semaphore(0);
    environment.handle(
        RequestVoteArgs.class,
        args -> {
          none.acquireUninterruptibly();
          return new RequestVoteReply(1, true);
        });
    askForVotes(environment);
  }
}
