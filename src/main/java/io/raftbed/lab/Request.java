package io.raftbed.lab;

/**
 * A message to a peer; implement it with a record.
 *
 * <p>Components of requests and replies may be primitives, strings, enums, arrays of primitives,
 * other such records, and {@link java.util.List}s, {@link java.util.Optional}s or arrays of these.
 * The network copies a message when it is sent, so sender and receiver never share an array or a
 * list, and counts its bytes.
 *
 * @param <R> the reply, a record
 */
public interface Request<R extends Record> {}
