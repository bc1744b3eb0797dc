// 3A/initial-election -> refused api: new java.io.PrintWriter(String) is refused
import io.raftbed.lab.*;

/** Hides a constructor that makes a file in a method reference. */
public class WritesFileByReference extends Quiet {
  /** What PrintWriter's constructor looks like. */
  interface Opener {
    java.io.PrintWriter open(String name) throws Exception;
  }

  public WritesFileByReference(Environment environment) throws Exception {
    Opener opener = java.io.PrintWriter::new; // HERE
    opener.open("/tmp/raftbed-must-not-write-this").close();
  }
}
