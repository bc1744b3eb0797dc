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
          + " leader, follower or followers, as things are then; next-leader, once it is not the"
          + " one that got a name last; another, which runs, does not lead and has no name so far;"
          + " members, by what is committed, and spare, a drawn server that nobody counts among"
          + " them; all; running; or a name that \"remember\" gave";

  /** The server that leads, of those connected the one with the highest term. */
  public static final Target LEADER = new Target("leader");

  /** The leader, once it is another than the last one that got a name as leader. */
  public static final Target NEXT_LEADER = new Target("next-leader");

  /** A drawn server that runs, does not lead, and has no name so far. */
  public static final Target ANOTHER = new Target("another");

  /** The members, by the latest configuration that is committed. */
  public static final Target MEMBERS = new Target("members");

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
