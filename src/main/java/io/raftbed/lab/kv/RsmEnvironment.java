package io.raftbed.lab.kv;

import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.Raft;

/** What one boot of a replicated state machine is given. */
public interface RsmEnvironment {

  /** Returns this server's id, from 0. */
  int me();

  /** Returns the Raft server below; it runs already. */
  Raft raft();

  /**
   * Waits for the next message that Raft applies and takes it; called by one thread. Raft hands up
   * one message at a time, so it waits meanwhile.
   *
   * @throws InterruptedException if the calling thread is interrupted
   */
  ApplyMsg nextApplied() throws InterruptedException;

  /** Returns the snapshot that was saved before this boot, empty when there is none. */
  byte[] savedSnapshot();

  /** Returns the length of the Raft state that is saved now, in bytes. */
  int raftStateSize();

  /**
   * Returns the length, in bytes, that the Raft state should not exceed by much: near it, a
   * snapshot is due. {@link Integer#MAX_VALUE} when no snapshots are to be taken.
   */
  int maxRaftState();
}
