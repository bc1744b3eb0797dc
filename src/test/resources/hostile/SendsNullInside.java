// 3A/initial-election -> exception: S0 cannot send Vote: Vote.name holds null, which a message
// cannot carry
import io.raftbed.lab.*;

/** Sends a message that is not whole. */
public class SendsNullInside extends Quiet {
  /** A message. */
  public record Vote(String name) implements Request<Vote> {}

  public SendsNullInside(Environment environment) {
    environment.peers().getFirst().call(new Vote(null)); // HERE
  }
}
