// 3A/initial-election -> refused api: Class::getDeclaredFields is refused
import io.raftbed.lab.*;

/** Hides reflection in a method reference. */
public class ReflectsByReference extends Quiet {
  public ReflectsByReference(Environment environment) {
    java.util.stream.Stream.of(Object.class).map(Class::getDeclaredFields).toList(); // HERE
  }
}
