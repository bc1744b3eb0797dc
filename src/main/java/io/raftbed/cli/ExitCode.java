package io.raftbed.cli;

/** What the process says to its caller; {@code --help} shows the same list. */
final class ExitCode {
  private ExitCode() {}

  /** Every test passed. */
  static final int PASSED = 0;

  /** At least one test failed, by the fault of the server under test. */
  static final int FAILED = 1;

  /** Wrong usage or bad input; nothing was run. */
  static final int USAGE = 2;

  /** The testbed failed or was interrupted. */
  static final int NO_VERDICT = 3;
}
