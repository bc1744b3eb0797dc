package io.raftbed.lab;

/** What a Raft server tells the service above it. */
public sealed interface ApplyMsg {

  /**
   * A committed command.
   *
   * @param index its log index, from 1
   * @param command its bytes, as given to {@link Raft#start}
   */
  record Command(int index, byte[] command) implements ApplyMsg {}

  /**
   * A snapshot that replaces the service's state (Raft paper, section 7).
   *
   * @param index the last log index that it covers (lastIncludedIndex)
   * @param term the term of that entry (lastIncludedTerm)
   * @param snapshot the state, as given to {@link Raft#snapshot}
   */
  record Snapshot(int index, int term, byte[] snapshot) implements ApplyMsg {}
}
