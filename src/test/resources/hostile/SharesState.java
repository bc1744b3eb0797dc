// 3A/initial-election -> refused api: static field SharesState.LOG is refused
import io.raftbed.lab.*;
import java.util.ArrayList;
import java.util.List;

/** All servers write into one log. */
public class SharesState extends Quiet {
  public SharesState(Environment environment) {
    // Nothing to restore.
  }

  private static final List<byte[]> LOG = new ArrayList<>(); // HERE

  @Override
  public void snapshot(int index, byte[] snapshot) {
    LOG.add(snapshot);
  }
}
