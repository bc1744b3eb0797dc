package io.raftbed.scenario;

import io.raftbed.scenario.format.Kept;
import io.raftbed.scenario.format.Says;
import java.util.List;
import java.util.Optional;

/** Which messages a step is about; what is not said may be anything. */
@Says("Messages between servers, or of clients.")
public record Messages(
    @Kept // without it, whatever else a server comes to send would count
        @Says(
            "what they are: RequestVote, AppendEntries, InstallSnapshot, or another record that"
                + " servers send; Args and Reply may be left out")
        Optional<String> type,
    @Says("requests or replies; both when it is not said") Optional<Half> half,
    @Says("who sends them") List<Target> from,
    @Says("who they are for") List<Target> to,
    @Says("true: AppendEntries with entries only, no heartbeats") boolean entries,
    @Says("AppendEntries that name a commit index above what was applied by now") boolean commits,
    @Says("no more than so many of them") Optional<Integer> most) {

  /** The two halves of a call. */
  public enum Half {
    /** What a caller asks. */
    REQUESTS,
    /** What is answered. */
    REPLIES
  }

  /** Copies what it gets. */
  public Messages {
    from = List.copyOf(from);
    to = List.copyOf(to);
    if (most.orElse(1) < 1) {
      throw new IllegalArgumentException("most must be at least 1, not " + most.orElseThrow());
    }
  }

  /** Returns all messages of a type. */
  public static Messages of(String type) {
    return new Messages(
        Optional.of(type), Optional.empty(), List.of(), List.of(), false, false, Optional.empty());
  }
}
