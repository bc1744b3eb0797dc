/**
 * What a student implements and is given: the interfaces and records of the Raft labs.
 *
 * <p>This package uses nothing else of Raftbed. Start with {@link io.raftbed.lab.Raft} (what you
 * write) and {@link io.raftbed.lab.Environment} (what you get).
 */
@NullMarked
package io.raftbed.lab;

import org.jspecify.annotations.NullMarked;
