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
import java.util.function.Function;

/**
 * The words for what befell the clock or the disk of a server. Drifting clocks get none: tests let
 * them drift to choose who is elected, which the names of roles do in fewer steps.
 */
final class MachineSteps {
  private MachineSteps() {}

  static Optional<Function<List<Target>, Action>> of(MachineDetail detail) {
    return switch (detail) {
      case MachineDetail.Drift _ -> Optional.empty();
      case MachineDetail.Jump(long nanos) ->
          Optional.of(server -> new MachineAction.Jump(server, time(Math.abs(nanos)), nanos < 0));
      case MachineDetail.Stall(long nanos) ->
          Optional.of(server -> new MachineAction.StallDisk(server, Optional.of(time(nanos))));
      case MachineDetail.PowerLoss() ->
          Optional.of(server -> new ServerAction.PowerLoss(server, Optional.empty()));
      case MachineDetail.IoError _ ->
          Optional.of(server -> new MachineAction.FailDisk(server, Optional.empty()));
      case MachineDetail.BitFlip _ -> Optional.of(MachineAction.FlipBit::new);
      case MachineDetail.Wipe() -> Optional.of(MemberAction.Wipe::new);
    };
  }

  /** Rounded up: what lasted less than a millisecond lasted all the same. */
  private static Time time(long nanos) {
    return Time.millis(Math.ceilDiv(nanos, TimeUnit.MILLISECONDS.toNanos(1)));
  }
}
