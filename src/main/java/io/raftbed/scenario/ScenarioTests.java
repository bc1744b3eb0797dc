package io.raftbed.scenario;

import io.raftbed.cluster.StorageKind;
import io.raftbed.scenario.Scenario.ServiceOption;
import io.raftbed.scenario.Scenario.StorageOption;
import io.raftbed.storage.DiskProfile;
import io.raftbed.suite.KvContext;
import io.raftbed.suite.KvForm;
import io.raftbed.suite.KvLoad;
import io.raftbed.suite.SuiteTest;
import io.raftbed.suite.TestBody;
import io.raftbed.suite.TestContext;

/** Makes tests of scenarios. */
public final class ScenarioTests {

  /** The suite that all of them are in. */
  public static final String PART = "scenarios";

  private ScenarioTests() {}

  /**
   * Returns the test.
   *
   * @param id where the scenario stands; its draws do not depend on that
   * @throws IllegalArgumentException if its parts do not go together
   */
  public static SuiteTest of(String id, Scenario scenario) {
    ScenarioChecks.check(scenario);
    return new SuiteTest(
        id,
        PART,
        scenario.about(),
        scenario.size(),
        storage(scenario.storage().orElse(StorageOption.MEMORY)),
        new SuiteTest.Draws("scenario", scenario.seed().orElse(1L), scenario.seeds().orElse(1)),
        scenario.founders().map(count -> body(scenario).foundedBy(count)).orElse(body(scenario)));
  }

  private static StorageKind storage(StorageOption option) {
    return switch (option) {
      case MEMORY -> StorageKind.MEMORY;
      case DISK -> new StorageKind.SimulatedDisks(DiskProfile.SSD);
    };
  }

  private static TestBody body(Scenario scenario) {
    ServiceOption service = scenario.service().orElse(ServiceOption.LOG);
    if (service == ServiceOption.LOG) {
      return TestBody.ofRaft(scenario.snapshotEvery().orElse(0), test -> play(scenario, test));
    }
    KvForm form = service == ServiceOption.KV ? KvForm.CLASSIC : KvForm.VERSIONED;
    return TestBody.ofService(
        form,
        scenario.clients().orElse(0),
        scenario.maxRaftState().orElse(Integer.MAX_VALUE),
        test -> play(scenario, test));
  }

  private static void play(Scenario scenario, TestContext test) {
    scenario.network().ifPresent(profile -> Links.use(test, profile));
    Script.run(test, scenario.steps());
  }

  private static void play(Scenario scenario, KvContext service) {
    scenario.network().ifPresent(profile -> Links.use(service.test(), profile));
    KvLoad load = KvLoad.start(service, scenario.clients().orElse(0));
    Script.run(service, ScenarioChecks.clients(scenario), scenario.steps());
    load.stop();
  }
}
