package io.raftbed.scenario.lift;

import io.raftbed.scenario.ClientAction;
import io.raftbed.scenario.LogAction;
import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.Scenario.ServiceOption;
import io.raftbed.scenario.Scenario.StorageOption;
import io.raftbed.scenario.Step;
import io.raftbed.suite.KvForm;
import io.raftbed.suite.SuiteTest;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.TraceEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes scenarios of runs of tests. */
public final class Lift {

  private static final String CLIENT = "c1";

  private Lift() {}

  /** Returns what stands above the servers in a test. */
  public static ServiceOption service(SuiteTest test) {
    return test.body()
        .service()
        .map(form -> form == KvForm.CLASSIC ? ServiceOption.KV : ServiceOption.VERSIONED_KV)
        .orElse(ServiceOption.LOG);
  }

  /**
   * Returns a scenario in which happens what happened in a run of a test, as far as steps can say
   * that: not the fate of single messages, nor what the test expected.
   *
   * @param run all events, in order
   */
  public static Scenario of(SuiteTest test, List<TraceEvent> run, FailureKind kind) {
    ServiceOption service = service(test);
    boolean isLog = service == ServiceOption.LOG;
    List<Step> steps = new ArrayList<>(TraceScript.of(run, test.servers(), founders(test), isLog));
    if (kind == FailureKind.LIVENESS || steps.isEmpty()) {
      steps.addAll(demand(isLog));
    }
    return new Scenario(
        "What happened in a run of " + test.id() + ".",
        Optional.of(test.servers()),
        positive(test.body().founders().size()),
        isLog ? Optional.empty() : Optional.of(service),
        isLog ? positive(test.body().snapshotEvery()) : Optional.empty(),
        isLog ? Optional.empty() : positive(test.body().maxRaftState()),
        test.needsItsStorage() ? Optional.of(StorageOption.DISK) : Optional.empty(),
        Optional.empty(),
        isLog ? Optional.empty() : positive(Math.max(1, test.body().workers())),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        steps);
  }

  private static int founders(SuiteTest test) {
    return positive(test.body().founders().size()).orElse(test.servers());
  }

  private static Optional<Integer> positive(int number) {
    return number > 0 && number < Integer.MAX_VALUE ? Optional.of(number) : Optional.empty();
  }

  /** What the test expected is not in its run; that servers go on, most tests do expect. */
  private static List<Step> demand(boolean isLog) {
    return isLog
        ? List.of(Step.of(new LogAction.Agree(Optional.empty(), Optional.empty())))
        : List.of(
            Step.of(new ClientAction.Put(CLIENT, Optional.empty(), Optional.empty())),
            Step.of(new ClientAction.Finish(CLIENT)));
  }
}
