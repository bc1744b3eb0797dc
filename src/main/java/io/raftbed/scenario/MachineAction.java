package io.raftbed.scenario;

import io.raftbed.scenario.format.AtLeastOne;
import io.raftbed.scenario.format.Says;
import java.util.List;
import java.util.Optional;

/** What a step does to clocks, disks and services. */
public sealed interface MachineAction extends Action {

  @Says("Lets clocks run fast or slow from now on.")
  record Drift(
      @AtLeastOne @Says("whose") List<Target> servers,
      @Says("parts per million, negative for slow; 0 to run true again; -900000 at most") int ppm)
      implements MachineAction {
    public Drift {
      servers = List.copyOf(servers);
    }
  }

  @Says("Sets the wall time of servers forward, or back.")
  record Jump(
      @AtLeastOne @Says("whose") List<Target> servers,
      @Says("by so much") Time by,
      @Says("true: back in time") boolean back)
      implements MachineAction {
    public Jump {
      servers = List.copyOf(servers);
    }
  }

  @Says("Holds what begins on the disks of servers for a time.")
  record StallDisk(
      @AtLeastOne @Says("whose") List<Target> servers,
      @Says("for so long; 1s, if it is not said") Optional<Time> time)
      implements MachineAction {
    public StallDisk {
      servers = List.copyOf(servers);
    }
  }

  @Says("Lets an operation of the disks of servers fail with an I/O error.")
  record FailDisk(
      @AtLeastOne @Says("whose") List<Target> servers,
      @Says("which one from now on; 1, the next, if it is not said") Optional<Integer> operation)
      implements MachineAction {
    public FailDisk {
      servers = List.copyOf(servers);
    }
  }

  @Says("Turns over a bit on the disks of servers, which must be down.")
  record FlipBit(@AtLeastOne @Says("whose") List<Target> servers) implements MachineAction {
    public FlipBit {
      servers = List.copyOf(servers);
    }
  }

  @Says("Makes the service above servers slow: busy for so long with each message.")
  record SlowService(
      @AtLeastOne @Says("above which") List<Target> servers,
      @Says("for so long; 50ms, if it is not said; 0ms to be fast again") Optional<Time> time)
      implements MachineAction {
    public SlowService {
      servers = List.copyOf(servers);
    }
  }
}
