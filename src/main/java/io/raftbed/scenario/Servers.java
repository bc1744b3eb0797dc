package io.raftbed.scenario;

import io.raftbed.cluster.Cluster;
import io.raftbed.suite.Stage;
import io.raftbed.suite.TestContext;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

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

  /**
   * Lets a majority of the members go on alone, which has no faults left.
   *
   * @param serves whether there are clients: they would still reach servers that are cut off, and
   *     wait there for ever
   */
  void keepMajority(boolean serves) {
    List<Integer> members = cast.all(List.of(Target.MEMBERS));
    int[] order = IntStream.of(new Stage(test).cast()).filter(members::contains).toArray();
    for (int i = members.size() / 2 + 1; i < order.length; i++) {
      if (serves || test.faults().nextBoolean()) {
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
