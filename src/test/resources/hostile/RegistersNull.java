// 3A/initial-election -> exception: S0: java.lang.NullPointerException escaped from thread
// 'RaftFactory.make'
import io.raftbed.lab.*;

/** Has no handler. */
public class RegistersNull extends Quiet {
  public RegistersNull(Environment environment) {
    environment.handle(RequestVoteArgs.class, null); // HERE
  }
}
