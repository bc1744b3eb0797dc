// 3A/initial-election -> refused api: reflection on Thread.holder is refused
import io.raftbed.lab.*;

/** Looks into the JDK. */
public class ReflectsOnTheJdk extends Quiet {
  public ReflectsOnTheJdk(Environment environment) throws Exception {
    Thread.class.getDeclaredField("holder").setAccessible(true); // HERE
  }
}
