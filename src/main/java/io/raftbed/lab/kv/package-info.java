/**
 * What a student of the key/value labs implements and is given, above {@link io.raftbed.lab.Raft}:
 * interfaces, messages and nothing else.
 *
 * <p>Uses: {@code lab}.
 */
@NullMarked
package io.raftbed.lab.kv;

import org.jspecify.annotations.NullMarked;
