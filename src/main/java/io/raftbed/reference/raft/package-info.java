/**
 * Our own Raft: plain threaded Java that sees exactly what a student sees.
 *
 * <p>Read it beside the extended Raft paper (Ongaro and Ousterhout, 2014). The rules of Figures 2
 * and 13 stand without threads, clocks, disk or logging, one class for each box of the figures:
 *
 * <ul>
 *   <li>State: {@code ServerState}, {@code PersistentState}, {@code Log}, {@code Role}
 *   <li>RequestVote and the rules for candidates: {@code Election}
 *   <li>AppendEntries: {@code AppendEntriesReceiver}
 *   <li>the rules for leaders: {@code Leadership} and, for each follower, {@code Progress}
 *   <li>InstallSnapshot: {@code Snapshots}
 *   <li>the rule for all servers, what to apply next: {@code Delivery}
 *   <li>what a majority is: {@code Quorum}
 * </ul>
 *
 * <p>{@link io.raftbed.reference.raft.ReferenceRaft} alone has the lock, the timers, the threads
 * and the handlers.
 *
 * <p>Uses {@code lab} alone.
 */
@NullMarked
package io.raftbed.reference.raft;

import org.jspecify.annotations.NullMarked;
