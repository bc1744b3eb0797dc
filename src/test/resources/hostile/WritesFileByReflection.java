// 3A/initial-election -> refused api: new java.io.PrintWriter(String) is refused
import io.raftbed.lab.*;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;

/** Makes a file with a constructor that it looks up. */
public class WritesFileByReflection extends Quiet {
  public WritesFileByReflection(Environment environment) throws Exception {
    PrintWriter.class.getConstructor(Writer.class).newInstance(new StringWriter());
    PrintWriter.class
        .getConstructor(String.class) // HERE
        .newInstance("/tmp/raftbed-must-not-write-this");
  }
}
