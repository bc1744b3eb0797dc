// 3A/initial-election -> refused api: System.exit is refused
import io.raftbed.lab.*;

/** Ends the JVM by reflection. */
public class ExitsByReflection extends Quiet {
  public ExitsByReflection(Environment environment) throws Exception {
    System.class.getMethod("exit", int.class).invoke(null, 0); // HERE
  }
}
