// 3A/initial-election hungry -> out of memory: java.lang.OutOfMemoryError escaped from thread
// 'Raft.state'
import io.raftbed.lab.*;

/** Wants more than there can be. */
public class AllocatesTooMuchAtOnce extends Quiet {
  public AllocatesTooMuchAtOnce(Environment environment) {
    // Nothing to restore.
  }

  @Override
  public RaftState state() {
    long[][] matrix = new long[64][];
    for (int i = 0; i < matrix.length; i++) {
      matrix[i] = new long[Integer.MAX_VALUE - 8]; // HERE
    }
    return new RaftState(matrix.length, false);
  }
}
