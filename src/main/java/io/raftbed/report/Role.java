package io.raftbed.report;

import io.raftbed.trace.CallDetail;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.TraceEvent;
import java.util.HashMap;
import java.util.Map;

/** What a server is in its term, as its messages show (Raft paper, section 5.1). */
public enum Role {
  /** Votes, and takes what a leader sends; what nothing is known of. */
  FOLLOWER,
  /** Asked for votes last. */
  CANDIDATE,
  /** Sent the AppendEntries of its term last. */
  LEADER,
  /** Crashed. */
  DOWN;

  /** The roles of all nodes, from the first event of a run on. */
  public static final class Table {

    private final Map<Integer, Role> roles = new HashMap<>();

    /** Takes the next event, and returns the role that its node has from there on. */
    public Role after(TraceEvent event) {
      Role before = roles.getOrDefault(event.node(), FOLLOWER);
      Role now = after(before, event.kind(), event);
      roles.put(event.node(), now);
      return now;
    }

    private static Role after(Role before, EventKind kind, TraceEvent event) {
      return switch (kind) {
        case BOOT -> FOLLOWER;
        case CRASH -> DOWN;
        case LEADER -> LEADER;
        case SEND -> is(event, "RequestVoteArgs") ? CANDIDATE : before;
        case REPLY -> follows(event) ? FOLLOWER : before;
        default -> before;
      };
    }

    private static boolean is(TraceEvent event, String messageType) {
      return event.detail() instanceof CallDetail message
          && message.messageType().equals(messageType);
    }

    /** Who accepts entries, or votes for another, follows. */
    private static boolean follows(TraceEvent event) {
      String text = event.detail().toString();
      return is(event, "AppendEntriesReply") && text.contains("success=true")
          || is(event, "RequestVoteReply") && text.contains("voteGranted=true");
    }
  }
}
