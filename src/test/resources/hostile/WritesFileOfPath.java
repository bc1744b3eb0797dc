// 3A/initial-election -> refused api: new java.io.PrintWriter(File) is refused
import io.raftbed.lab.*;
import java.nio.file.Path;

/** Makes a file without a word of java.io.File. */
public class WritesFileOfPath extends Quiet {
  public WritesFileOfPath(Environment environment) throws Exception {
    new java.io.PrintWriter(Path.of("/tmp/raftbed-must-not-write-this").toFile()).close(); // HERE
  }
}
