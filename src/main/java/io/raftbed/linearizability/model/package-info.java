/**
 * Models of the objects that are checked most: registers, key/value stores, sets, queues, stacks,
 * locks, counters. Inputs and outputs are records.
 *
 * <p>Uses: {@code linearizability, linearizability.polynomial}.
 */
@NullMarked
package io.raftbed.linearizability.model;

import org.jspecify.annotations.NullMarked;
