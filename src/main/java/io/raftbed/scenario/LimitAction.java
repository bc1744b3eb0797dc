package io.raftbed.scenario;

import io.raftbed.scenario.format.Kept;
import io.raftbed.scenario.format.Says;
import java.util.Optional;

/** What a step does about how much servers keep. */
public sealed interface LimitAction extends Action {

  @Says("Fails when a server has saved more than it may.")
  record LimitStorage(
      @Kept @Says("how many bytes of Raft state at most; any, if it is not said")
          Optional<Integer> raftState,
      @Kept @Says("how many bytes a snapshot has at most; any, if it is not said")
          Optional<Integer> snapshot)
      implements LimitAction {
    public LimitStorage {
      if (raftState.isEmpty() && snapshot.isEmpty()) {
        throw new IllegalArgumentException("there is no limit; add raft-state, snapshot or both");
      }
      requireCount("raft-state", raftState);
      requireCount("snapshot", snapshot);
    }
  }

  @Says("Takes note of what the services of all servers hold in memory, and of their threads.")
  record NoteMemory(@Says("the name of the note") String as) implements LimitAction {}

  @Says(
      "Fails when a service holds more than it did, on a server that was not booted since. What was"
          + " asked should have ended, and the keys should be the same.")
  record LimitMemory(
      @Says("the name of the note") String since,
      @Kept @Says("how many references or threads more it may have; none, if it is not said")
          Optional<Integer> growth)
      implements LimitAction {
    public LimitMemory {
      requireCount("growth", growth);
    }
  }

  private static void requireCount(String word, Optional<Integer> count) {
    if (count.orElse(0) < 0) {
      throw new IllegalArgumentException(word + " must be at least 0, not " + count.orElseThrow());
    }
  }
}
