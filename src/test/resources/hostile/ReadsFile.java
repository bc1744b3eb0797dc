// 3A/initial-election -> refused api: java.nio.file.Files is refused
import io.raftbed.lab.*;

/** Reads a file. */
public class ReadsFile extends Quiet {
  public ReadsFile(Environment environment) throws Exception {
    java.nio.file.Files.readString(java.nio.file.Path.of("/etc/passwd")); // HERE
  }
}
