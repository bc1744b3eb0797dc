// 3A/initial-election -> refused api: reflection on System.nanoTime is refused
import io.raftbed.lab.*;

/** Reads the real clock by reflection. */
public class ReadsClockByReflection extends Quiet {
  public ReadsClockByReflection(Environment environment) throws Exception {
    System.class.getMethod("nanoTime").invoke(null); // HERE
  }
}
