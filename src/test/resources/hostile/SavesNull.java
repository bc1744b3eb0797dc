// 3A/initial-election -> exception: S0: java.lang.NullPointerException escaped from thread
// 'RaftFactory.make'
import io.raftbed.lab.*;

/** Has no snapshot yet. */
public class SavesNull extends Quiet {
  public SavesNull(Environment environment) {
    environment.persister().save(new byte[1], null); // HERE
  }
}
