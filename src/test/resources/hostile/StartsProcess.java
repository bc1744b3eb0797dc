// 3A/initial-election -> refused api: ProcessBuilder is refused
import io.raftbed.lab.*;

/** Starts another program. */
public class StartsProcess extends Quiet {
  public StartsProcess(Environment environment) throws Exception {
    new ProcessBuilder("true").start(); // HERE
  }
}
