// 3A/many-elections hungry -> out of memory: the static initialiser of AllocatesInStaticInitialiser
// uses up the memory
import io.raftbed.lab.*;
import java.util.ArrayList;
import java.util.List;

/** Uses up the memory before the first run. */
public class AllocatesInStaticInitialiser extends Quiet {
  public AllocatesInStaticInitialiser(Environment environment) {
    // Nothing to restore.
  }

  static final Object ALL = all();

  private static Object all() {
    List<byte[]> all = new ArrayList<>();
    while (all.size() < Integer.MAX_VALUE) {
      all.add(new byte[1 << 20]); // HERE
    }
    return List.copyOf(all);
  }
}
