package io.raftbed.scenario;

import io.raftbed.scenario.format.Says;
import io.raftbed.scenario.format.Text;
import java.util.regex.Pattern;

/**
 * Servers, as a step names them.
 *
 * @param name {@code S0} and so on, or a letter, or a role
 */
@Says(Target.MEANING)
public record Target(String name) implements Text {

  /** What a target is, in words. */
  static final String MEANING =
      "a server: S0, S1 and so on; a letter such as A, which stands for one drawn server all along;"
          + " leader, follower or followers, as things are then; all; running; or a name that"
          + " \"remember\" gave";

  /** The server that leads, of those connected the one with the highest term. */
  public static final Target LEADER = new Target("leader");

  /** All servers. */
  public static final Target ALL = new Target("all");

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,30}");

  /**
   * Reads one.
   *
   * @throws IllegalArgumentException if it is no name
   */
  public static Target parse(String text) {
    if (!NAME.matcher(text).matches()) {
      throw new IllegalArgumentException(
          "\"" + text + "\" is no server such as S0, A, leader, follower, followers or all");
    }
    return new Target(text);
  }

  @Override
  public String toString() {
    return name;
  }
}
