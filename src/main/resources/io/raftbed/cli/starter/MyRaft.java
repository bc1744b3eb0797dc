import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.Environment;
import io.raftbed.lab.Raft;
import io.raftbed.lab.RaftState;
import io.raftbed.lab.RequestVoteArgs;
import io.raftbed.lab.RequestVoteReply;
import io.raftbed.lab.Started;
import java.util.Optional;

/** One Raft server. It compiles and runs, but never stands for election: begin there. */
public class MyRaft implements Raft {
  private final Environment environment;
  private int currentTerm;

  /** Called at each boot; restores, registers handlers, starts threads, and returns. */
  public MyRaft(Environment environment) {
    this.environment = environment;
    // 3C: restore what environment.persister() holds.
    environment.handle(RequestVoteArgs.class, this::requestVote);
    environment.handle(AppendEntriesArgs.class, this::appendEntries);
    // 3A: start a thread that waits for an election timeout drawn at random (new Random() is seeded
    // by the run) and then asks environment.peers() for their votes, each on a thread of its own:
    // peer.call(args) waits for the reply.
  }

  private synchronized RequestVoteReply requestVote(RequestVoteArgs args) {
    // 3A: Figure 2, RequestVote RPC.
    return new RequestVoteReply(currentTerm, false);
  }

  private synchronized AppendEntriesReply appendEntries(AppendEntriesArgs args) {
    // 3A: heartbeats. 3B: Figure 2, AppendEntries RPC.
    int none = AppendEntriesReply.NONE;
    return new AppendEntriesReply(currentTerm, false, none, none, 0);
  }

  @Override
  public synchronized Optional<Started> start(byte[] command) {
    // 3B: a leader appends the command to its log and tells where it stands.
    return Optional.empty();
  }

  @Override
  public synchronized RaftState state() {
    return new RaftState(currentTerm, false);
  }

  @Override
  public synchronized void snapshot(int index, byte[] snapshot) {
    // 3D: drop the log up to index, and keep the snapshot with environment.persister().
  }
}
