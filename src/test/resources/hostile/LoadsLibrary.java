// 3A/initial-election -> refused api: System.loadLibrary is refused
import io.raftbed.lab.*;

/** Calls native code. */
public class LoadsLibrary extends Quiet {
  public LoadsLibrary(Environment environment) {
    System.loadLibrary("native"); // HERE
  }
}
