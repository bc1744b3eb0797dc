// 3A/initial-election -> refused api: Thread.ofPlatform is refused
import io.raftbed.lab.*;

/** Wants a real thread. */
public class UsesPlatformThread extends Quiet {
  public UsesPlatformThread(Environment environment) {
    Thread.ofPlatform().start(() -> {}); // HERE
  }
}
