package io.raftbed.suite;

import io.raftbed.sim.Outcome;
import java.util.List;

/**
 * How one test went for one seed.
 *
 * @param test the test
 * @param seed the seed that replays it
 * @param outcome the verdict, the virtual time, the events and the fingerprint
 * @param rpcs how many calls were made, those over cut links among them
 * @param bytes the bytes of all requests and of all replies that arrived
 * @param commands how many log indexes were applied
 * @param notes lines for the curious: drawn options, warnings
 */
public record TestResult(
    SuiteTest test,
    long seed,
    Outcome outcome,
    long rpcs,
    long bytes,
    int commands,
    List<String> notes) {

  public TestResult {
    notes = List.copyOf(notes);
  }
}
