package io.raftbed.report;

import io.raftbed.trace.CallDetail;
import io.raftbed.trace.TraceEvent;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

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

  /**
   * A server's role and term.
   *
   * @param role what it is
   * @param term the term that it named last; 0 before it named any
   */
  public record Standing(Role role, int term) {
    static final Standing UNKNOWN = new Standing(FOLLOWER, 0);

    Standing as(Role now) {
      return new Standing(now, term);
    }
  }

  /** The roles of all nodes, from the first event of a run on. */
  public static final class Table {

    private final Map<Integer, Standing> standings = new HashMap<>();

    /** Who has named no term since its boot: it may have forgotten the one it had. */
    private final Set<Integer> booted = new HashSet<>();

    /** Takes the next event, and returns the role that its node has from there on. */
    public Role after(TraceEvent event) {
      return standingAfter(event).role();
    }

    /** Takes the next event, and returns the role and term that its node has from there on. */
    public Standing standingAfter(TraceEvent event) {
      Standing before = standings.getOrDefault(event.node(), Standing.UNKNOWN);
      Standing now = after(before, event);
      standings.put(event.node(), now);
      return now;
    }

    private Standing after(Standing before, TraceEvent event) {
      return switch (event.kind()) {
        case BOOT -> {
          booted.add(event.node());
          yield before.as(FOLLOWER);
        }
        case CRASH -> before.as(DOWN);
        case LEADER -> before.as(LEADER);
        case SEND -> {
          Standing now = inTermOf(event, before);
          boolean asks = is(event, "RequestVoteArgs") && now.role() != LEADER;
          yield asks ? now.as(CANDIDATE) : now;
        }
        case REPLY -> {
          Standing now = inTermOf(event, before);
          yield follows(event) ? now.as(FOLLOWER) : now;
        }
        default -> before;
      };
    }

    /**
     * What a server sends names its own term. A later one than it had makes it a follower (Raft
     * paper, figure 2, rules for all servers); an earlier one was written before it moved on.
     */
    private Standing inTermOf(TraceEvent event, Standing before) {
      OptionalInt named =
          event.detail() instanceof CallDetail message
              ? MessageFields.number(message, "term")
              : OptionalInt.empty();
      if (named.isEmpty()) {
        return before;
      }
      int term = named.getAsInt();
      boolean isFirst = booted.remove(event.node());
      if (term > before.term()) {
        return new Standing(FOLLOWER, term);
      }
      return isFirst ? new Standing(before.role(), term) : before;
    }

    private static boolean is(TraceEvent event, String messageType) {
      return event.detail() instanceof CallDetail message
          && message.messageType().equals(messageType);
    }

    /** Who accepts entries, or votes for another, follows. */
    private static boolean follows(TraceEvent event) {
      return event.detail() instanceof CallDetail reply
          && (is(event, "AppendEntriesReply") && MessageFields.isTrue(reply, "success")
              || is(event, "RequestVoteReply") && MessageFields.isTrue(reply, "voteGranted"));
    }
  }
}
