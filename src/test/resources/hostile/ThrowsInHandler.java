// 3A/initial-election -> exception: java.lang.ArrayIndexOutOfBoundsException escaped from thread
// 'RequestVote
import io.raftbed.lab.*;
import java.util.List;

/** Fails when it is asked for its vote. */
public class ThrowsInHandler extends Quiet {
  public ThrowsInHandler(Environment environment) {
    environment.handle(
        RequestVoteArgs.class,
        args -> {
          List.of().get(args.lastLogIndex()); // HERE
          return new RequestVoteReply(1, true);
        });
    askForVotes(environment);
  }
}
