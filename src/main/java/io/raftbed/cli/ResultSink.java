package io.raftbed.cli;

import java.io.IOException;

/**
 * Takes results, in order.
 *
 * @param <R> the results
 */
interface ResultSink<R> extends AutoCloseable {

  /** Returns one that keeps none. */
  static <R> ResultSink<R> none() {
    return _ -> {};
  }

  void add(R row);

  /** No more results will come. */
  @Override
  default void close() throws IOException {}
}
