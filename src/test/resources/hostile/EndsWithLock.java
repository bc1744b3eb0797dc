// 3A/initial-election -> deadlock: S0: 'RequestVote from 0' has ended with a lock that others wait
// for
import io.raftbed.lab.*;
import java.util.concurrent.locks.ReentrantLock;

/** Returns from a handler without letting its lock go. */
public class EndsWithLock extends Quiet {
  private final ReentrantLock lock = new ReentrantLock();

  public EndsWithLock(Environment environment) {
    environment.handle(RequestVoteArgs.class, this::vote);
    askForVotes(environment);
  }

  private RequestVoteReply vote(RequestVoteArgs args) {
    lock.lock(); // HERE
    return new RequestVoteReply(args.term(), false);
  }
}
