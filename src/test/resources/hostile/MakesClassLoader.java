// 3A/initial-election -> refused api: ClassLoader is refused
import io.raftbed.lab.*;

/** Loads classes of its own. */
public class MakesClassLoader extends Quiet {
  public MakesClassLoader(Environment environment) {
    new ClassLoader() {}; // HERE
  }
}
