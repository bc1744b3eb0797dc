import io.raftbed.lab.*;
import java.util.Optional;

/** Does nothing; the others say what they do instead. */
public abstract class Quiet implements Raft {
  @Override
  public Optional<Started> start(byte[] command) {
    return Optional.empty();
  }

  @Override
  public RaftState state() {
    return new RaftState(0, false);
  }

  @Override
  public void snapshot(int index, byte[] snapshot) {}

  /** Asks every server for its vote, on a thread for each. */
  static void askForVotes(Environment environment) {
    for (Peer peer : environment.peers()) {
      new Thread(() -> peer.call(new RequestVoteArgs(1, environment.me(), 0, 0))).start();
    }
  }
}
