package io.raftbed.scenario;

import io.raftbed.cluster.Cluster;
import io.raftbed.suite.Stage;
import io.raftbed.suite.TestContext;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;

/** Crashes servers and boots them, pauses them and lets them go on. */
final class Servers {

  private final TestContext test;
  private final Cluster cluster;
  private final Cast cast;

  Servers(TestContext test, Cast cast) {
    this.test = test;
    this.cluster = test.cluster();
    this.cast = cast;
  }

  void take(ServerAction action) {
    switch (action) {
      case ServerAction.Crash crash -> crash(crash);
      case ServerAction.PowerLoss(List<Target> servers, Optional<Integer> atDiskOperation) ->
          each(
              servers,
              server ->
                  atDiskOperation.ifPresentOrElse(
                      k -> cluster.powerLossAtDiskOperation(server, k),
                      () -> cluster.powerLoss(server)));
      case ServerAction.Restart(List<Target> servers) -> each(servers, test::bringBack);
      case ServerAction.Pause(List<Target> servers) -> each(servers, cluster::pause);
      case ServerAction.Resume(List<Target> servers) -> each(servers, cluster::resume);
    }
  }

  void endFaults() {
    cluster.heal();
    test.reliable();
  }

  void keepMajority() {
    endFaults();
    int[] order = new Stage(test).cast();
    for (int i = test.servers() / 2 + 1; i < order.length; i++) {
      if (test.faults().nextBoolean()) {
        cluster.crash(order[i]);
      } else {
        cluster.disconnect(order[i]);
      }
    }
  }

  private void crash(ServerAction.Crash crash) {
    each(
        crash.servers(),
        server -> {
          if (crash.atSave().isPresent()) {
            crashAtSave(server, crash.atSave().get());
          } else if (crash.atDiskOperation().isPresent()) {
            cluster.crashAtDiskOperation(server, crash.atDiskOperation().get());
          } else {
            cluster.crash(server);
          }
        });
  }

  private void crashAtSave(int server, int save) {
    int[] left = {save};
    cluster.afterSave(
        server,
        saves -> {
          if (--left[0] == 0) {
            cluster.crash(server);
          }
        });
  }

  private void each(List<Target> targets, IntConsumer action) {
    cast.all(targets).forEach(action::accept);
  }
}
