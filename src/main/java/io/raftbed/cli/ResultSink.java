package io.raftbed.cli;

import io.raftbed.report.ResultRow;
import java.io.IOException;

/** Takes the results of a sweep, in order. */
interface ResultSink extends AutoCloseable {

  /** Takes none. */
  ResultSink NONE = row -> {};

  void add(ResultRow row);

  /** No more results will come. */
  @Override
  default void close() throws IOException {}
}
