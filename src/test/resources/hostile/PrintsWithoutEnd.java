// 3A/initial-election -> limit: S0 prints too much: 16 MB in one run
import io.raftbed.lab.*;

/** Prints a gigabyte. */
public class PrintsWithoutEnd extends Quiet {
  public PrintsWithoutEnd(Environment environment) {
    // Nothing to restore.
  }

  @Override
  public RaftState state() {
    for (int i = 0; i < 10_000_000; i++) {
      System.out.println("still alive, and that for the turn " + i + ", I tell you"); // HERE
    }
    return new RaftState(0, false);
  }
}
