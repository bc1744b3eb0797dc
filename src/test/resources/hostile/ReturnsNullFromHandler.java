// 3A/initial-election -> exception: answered RequestVoteArgs with null; a handler must return a
// reply
import io.raftbed.lab.*;

/** Does not answer. */
public class ReturnsNullFromHandler extends Quiet {
  public ReturnsNullFromHandler(Environment environment) {
    environment.handle(RequestVoteArgs.class, args -> null);
    askForVotes(environment);
  }
}
