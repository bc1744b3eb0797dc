// 3A/initial-election -> refused api: writing static field WritesStaticByReflection.boots is
// refused
import io.raftbed.lab.*;

/** Shares a counter by reflection. */
public class WritesStaticByReflection extends Quiet {
  public WritesStaticByReflection(Environment environment) throws Exception {
    WritesStaticByReflection.class.getDeclaredField("boots").setInt(null, 1); // HERE
  }

  static int boots;
}
