// 3A/initial-election -> refused api: System.exit is refused
import io.raftbed.lab.*;

/** Ends the JVM. */
public class Exits extends Quiet {
  public Exits(Environment environment) {
    System.exit(0); // HERE
  }
}
