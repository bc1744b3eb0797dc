// 3A/initial-election -> refused api: new java.io.PrintWriter(String) is refused
import io.raftbed.lab.*;
import java.io.PrintWriter;
import java.io.Writer;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Makes a file with a method handle on a constructor. */
public class WritesFileByHandle extends Quiet {
  public WritesFileByHandle(Environment environment) throws Exception {
    constructor(Writer.class);
    constructor(String.class);
  }

  private static MethodHandle constructor(Class<?> parameter) throws Exception {
    return MethodHandles.lookup()
        .findConstructor(PrintWriter.class, MethodType.methodType(void.class, parameter)); // HERE
  }
}
