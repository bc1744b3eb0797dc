// 3A/initial-election -> refused api: System.exit is refused
import io.raftbed.lab.*;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Ends the JVM by a method handle. */
public class ExitsByHandle extends Quiet {
  public ExitsByHandle(Environment environment) throws Exception {
    MethodHandles.lookup()
        .findStatic(System.class, "exit", MethodType.methodType(void.class, int.class)); // HERE
  }
}
