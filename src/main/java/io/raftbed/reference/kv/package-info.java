/**
 * Our own key/value service: plain threaded Java that sees exactly what a student sees, and runs on
 * any {@link io.raftbed.lab.Raft}.
 *
 * <p>Read it beside section 8 of the extended Raft paper and chapter 6 of Ongaro's dissertation.
 * From the bottom up:
 *
 * <ul>
 *   <li>the replicated-state-machine layer: {@link io.raftbed.reference.kv.ReplicatedStateMachine},
 *       which alone has a lock and threads; its rules are {@code AppliedState} (what is applied),
 *       {@code Submissions} (who waits for it) and {@code SnapshotRule} (when to compact); {@code
 *       Operation} is what stands in the log
 *   <li>the classic service, Get, Put and Append with detection of duplicates: {@code
 *       KvStateMachine}, {@link io.raftbed.reference.kv.KvServer}, {@link
 *       io.raftbed.reference.kv.KvClerk}
 *   <li>the versioned service, Get and conditional Put: {@code VersionedStateMachine}, {@link
 *       io.raftbed.reference.kv.VersionedKvServer}, {@link
 *       io.raftbed.reference.kv.VersionedKvClerk}
 *   <li>what a machine holds: {@code StateTable}, whose hash is at hand, and {@code Utf8Text}, to
 *       which an append is cheap
 *   <li>how a clerk finds the leader: {@code LeaderSearch}
 *   <li>bytes: {@code Encoder}, {@code Decoder}; {@code KvCommand}, {@code KvReplies}, {@code
 *       VersionedCommand}, {@code VersionedReplies}
 * </ul>
 *
 * <p>Uses {@code lab}, {@code lab.kv}.
 */
@NullMarked
package io.raftbed.reference.kv;

import org.jspecify.annotations.NullMarked;
