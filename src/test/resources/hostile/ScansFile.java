// 3A/initial-election -> refused api: new java.util.Scanner(Path) is refused
import io.raftbed.lab.*;

/** Reads a file, through a class that may also read text. */
public class ScansFile extends Quiet {
  public ScansFile(Environment environment) throws Exception {
    new java.util.Scanner("fine").next();
    new java.util.Scanner(java.nio.file.Path.of("/etc/passwd")).next(); // HERE
  }
}
