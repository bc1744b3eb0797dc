// 3A/initial-election slow -> busy loop: thread 'Raft.state' runs on and on without waiting for
// anything
import io.raftbed.lab.*;
import java.util.stream.Stream;

/** Lets the JDK go round for it. */
public class SpinsInLambda extends Quiet {
  public SpinsInLambda(Environment environment) {
    // Nothing to restore.
  }

  private volatile boolean elected;

  @Override
  public RaftState state() {
    boolean found = Stream.generate(() -> 1).anyMatch(i -> elected); // HERE
    return new RaftState(1, found);
  }
}
