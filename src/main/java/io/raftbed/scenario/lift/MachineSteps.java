package io.raftbed.scenario.lift;

import io.raftbed.scenario.Action;
import io.raftbed.scenario.MachineAction;
import io.raftbed.scenario.MemberAction;
import io.raftbed.scenario.ServerAction;
import io.raftbed.scenario.Target;
import io.raftbed.scenario.Time;
import io.raftbed.trace.MachineDetail;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** The words for what befell the clock or the disk of a server. */
final class MachineSteps {
  private MachineSteps() {}

  static Action of(MachineDetail detail, List<Target> server) {
    return switch (detail) {
      case MachineDetail.Drift(int ppm) -> new MachineAction.Drift(server, ppm);
      case MachineDetail.Jump(long nanos) ->
          new MachineAction.Jump(server, time(Math.abs(nanos)), nanos < 0);
      case MachineDetail.Stall(long nanos) ->
          new MachineAction.StallDisk(server, Optional.of(time(nanos)));
      case MachineDetail.PowerLoss() -> new ServerAction.PowerLoss(server, Optional.empty());
      case MachineDetail.IoError _ -> new MachineAction.FailDisk(server, Optional.empty());
      case MachineDetail.BitFlip _ -> new MachineAction.FlipBit(server);
      case MachineDetail.Wipe() -> new MemberAction.Wipe(server);
    };
  }

  private static Time time(long nanos) {
    return Time.millis(TimeUnit.NANOSECONDS.toMillis(nanos));
  }
}
