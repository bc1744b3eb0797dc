package io.raftbed.scenario;

import io.raftbed.cluster.Cluster;
import io.raftbed.suite.TestContext;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.IntConsumer;

/** Clocks that run wrong, disks that fail, services that are slow. */
final class Machines {

  private static final Time STALL = Time.millis(1_000);
  private static final Time BUSY = Time.millis(50);

  private final TestContext test;
  private final Cluster cluster;
  private final Cast cast;

  Machines(TestContext test, Cast cast) {
    this.test = test;
    this.cluster = test.cluster();
    this.cast = cast;
  }

  void take(MachineAction action) {
    switch (action) {
      case MachineAction.Drift(List<Target> servers, int ppm) ->
          each(servers, server -> cluster.drift(server, ppm));
      case MachineAction.Jump(List<Target> servers, Time by, boolean back) -> {
        long nanos = by.draw(test.faults());
        each(servers, server -> cluster.jump(server, back ? -nanos : nanos));
      }
      case MachineAction.StallDisk(List<Target> servers, Optional<Time> time) -> {
        long nanos = time.orElse(STALL).draw(test.faults());
        each(servers, server -> cluster.disk(server).stall(nanos));
      }
      case MachineAction.FailDisk(List<Target> servers, Optional<Integer> operation) ->
          each(servers, server -> cluster.disk(server).failOperation(operation.orElse(1)));
      case MachineAction.FlipBit(List<Target> servers) ->
          each(servers, server -> cluster.disk(server).flipBit());
      case MachineAction.SlowService(List<Target> servers, Optional<Time> time) -> {
        long nanos = time.orElse(BUSY).draw(test.faults());
        int millis = (int) TimeUnit.NANOSECONDS.toMillis(nanos);
        each(servers, server -> cluster.slowService(server, millis));
      }
    }
  }

  private void each(List<Target> targets, IntConsumer action) {
    cast.all(targets).forEach(action::accept);
  }
}
