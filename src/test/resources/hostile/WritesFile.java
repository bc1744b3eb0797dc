// 3A/initial-election -> refused api: new java.io.PrintWriter(String) is refused
import io.raftbed.lab.*;

/** Writes a file, through a class that may also write elsewhere. */
public class WritesFile extends Quiet {
  public WritesFile(Environment environment) throws Exception {
    new java.io.PrintWriter(new java.io.StringWriter()).println("fine");
    new java.io.PrintWriter("/tmp/raftbed-must-not-write-this").close(); // HERE
  }
}
