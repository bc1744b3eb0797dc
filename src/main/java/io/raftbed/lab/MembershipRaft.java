package io.raftbed.lab;

import java.util.List;
import java.util.Optional;

/**
 * A Raft server that can change who the members of its cluster are (Raft paper, section 6). To
 * offer it is optional; suite {@code 3E} judges those who do.
 *
 * <p>Each configuration is a log entry with {@link Configuration#command()} for its command. Such
 * entries go to the service in their turn, as all others do.
 */
public interface MembershipRaft extends Raft {

  /**
   * Begins to change the members and returns at once; there is no promise that the change will ever
   * be committed. New servers run already, wait for word of a leader, and must be brought up to
   * date before they count.
   *
   * @param members the ids of all members to be, ascending; the present ones, one more or one
   *     fewer, or quite others
   * @return where the entry that begins the change stands; empty when this server does not believe
   *     it is the leader, when another change is under way, or when these are the members already
   */
  Optional<Started> changeMembers(List<Integer> members);

  /**
   * Returns the latest configuration in this server's log or snapshot, committed or not; {@link
   * Configuration#none} when it was told of none.
   */
  Configuration configuration();
}
