package io.raftbed.cli;

import io.raftbed.trace.Verdict;

/**
 * The server under test, as the command line names it.
 *
 * @param name how the header calls it
 * @param options what a command that replays a run must contain, each with a space before it
 * @param loaded a pass when it can run, or else the failure of every run
 * @param executor runs tests on it
 */
record Server(String name, String options, Verdict loaded, TestExecutor executor) {

  /** Returns the same server, whose tests another executor runs. */
  Server with(TestExecutor other) {
    return new Server(name, options, loaded, other);
  }

  /** Raftbed's own server. */
  static Server reference(TestExecutor executor) {
    return new Server("reference", "", new Verdict.Pass(), executor);
  }
}
