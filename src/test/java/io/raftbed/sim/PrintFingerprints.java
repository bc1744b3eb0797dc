package io.raftbed.sim;

import io.raftbed.reference.raft.ReferenceRaft;
import io.raftbed.suite.SuiteRunner;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.Suites;
import io.raftbed.suite.TestResult;
import io.raftbed.trace.Fingerprint;
import io.raftbed.trace.TraceSink;

/** Runs the tests of a suite that its arguments name and prints a line for each. */
final class PrintFingerprints {
  private static final long SEED = 7;

  private PrintFingerprints() {}

  public static void main(String[] tests) {
    System.out.println("loaded: " + Programs.load(ReferenceRaft.class).label());
    for (String id : tests) {
      for (SuiteTest test : Suites.find(id)) {
        System.out.println(line(test));
      }
    }
  }

  private static String line(SuiteTest test) {
    TestResult result =
        SuiteRunner.run(test, ReferenceRaft::make, SEED, new ScheduleKind.Random(), TraceSink.NONE);
    return test.id()
        + " "
        + result.outcome().verdict().label()
        + " "
        + result.outcome().events()
        + " "
        + Fingerprint.format(result.outcome().fingerprint());
  }
}
