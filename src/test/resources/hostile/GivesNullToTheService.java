// 3A/initial-election -> exception: S0: java.lang.NullPointerException escaped from thread
// 'RaftFactory.make'
import io.raftbed.lab.*;

/** Applies a command without bytes. */
public class GivesNullToTheService extends Quiet {
  public GivesNullToTheService(Environment environment) throws InterruptedException {
    environment.applyChannel().send(new ApplyMsg.Command(1, null)); // HERE
  }
}
