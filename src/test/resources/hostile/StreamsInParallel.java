// 3A/initial-election -> refused api: java.util.List.parallelStream is refused
import io.raftbed.lab.*;

/** Counts votes on other threads. */
public class StreamsInParallel extends Quiet {
  public StreamsInParallel(Environment environment) {
    java.util.List.of(1, 2).parallelStream().count(); // HERE
  }
}
