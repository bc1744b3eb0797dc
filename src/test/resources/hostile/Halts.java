// 3A/initial-election -> refused api: Runtime.halt is refused
import io.raftbed.lab.*;

/** Ends the JVM at once. */
public class Halts extends Quiet {
  public Halts(Environment environment) {
    Runtime.getRuntime().halt(0); // HERE
  }
}
