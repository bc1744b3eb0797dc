// 3A/many-elections hungry -> out of memory
import io.raftbed.lab.*;
import java.util.ArrayList;
import java.util.List;

/** Keeps all that it makes, in one go. */
public class Allocates extends Quiet {
  public Allocates(Environment environment) {
    // Nothing to restore.
  }

  private final List<byte[]> log = new ArrayList<>();

  @Override
  public RaftState state() {
    while (true) {
      log.add(new byte[1 << 20]); // HERE
    }
  }
}
