// 3A/initial-election -> refused api: System.exit is refused
import io.raftbed.lab.*;

/** Ends the JVM before the first run, by reflection. */
public class ExitsInStaticInitialiser extends Quiet {
  public ExitsInStaticInitialiser(Environment environment) {
    // Nothing to restore.
  }

  static {
    try {
      System.class.getMethod("ex" + "it", int.class).invoke(null, 0); // HERE
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
