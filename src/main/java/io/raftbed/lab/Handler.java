package io.raftbed.lab;

/**
 * Answers one type of request.
 *
 * @param <A> the request, a record
 * @param <R> the reply, a record
 */
@FunctionalInterface
public interface Handler<A extends Request<R>, R extends Record> {

  /**
   * Answers a request; may block.
   *
   * @param args the receiver's own copy of the message
   * @return the reply, never null
   */
  R handle(A args);
}
