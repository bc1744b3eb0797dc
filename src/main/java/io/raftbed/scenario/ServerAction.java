package io.raftbed.scenario;

import io.raftbed.scenario.format.AtLeastOne;
import io.raftbed.scenario.format.Says;
import java.util.List;
import java.util.Optional;

/** What a step does to servers. */
public sealed interface ServerAction extends Action {

  @Says("Crashes servers: their threads and memory are gone, what they saved stays.")
  record Crash(
      @AtLeastOne @Says("which") List<Target> servers,
      @Says("not now, but right after they have saved something for the n-th time from now on")
          Optional<Integer> atSave,
      @Says("not now, but in the midst of the n-th operation of their disk from now on")
          Optional<Integer> atDiskOperation)
      implements ServerAction {
    public Crash {
      servers = List.copyOf(servers);
    }
  }

  @Says(
      "Crashes servers and takes the power from their disks: what was not synced is lost or torn.")
  record PowerLoss(
      @AtLeastOne @Says("which") List<Target> servers,
      @Says("not now, but in the midst of the n-th operation of their disk from now on")
          Optional<Integer> atDiskOperation)
      implements ServerAction {
    public PowerLoss {
      servers = List.copyOf(servers);
    }
  }

  @Says("Boots servers from what they saved, and connects them; crashes those that run first.")
  record Restart(@AtLeastOne @Says("which") List<Target> servers) implements ServerAction {
    public Restart {
      servers = List.copyOf(servers);
    }
  }

  @Says("Holds all threads of servers; time goes on without them.")
  record Pause(@AtLeastOne @Says("which") List<Target> servers) implements ServerAction {
    public Pause {
      servers = List.copyOf(servers);
    }
  }

  @Says("Lets paused servers go on.")
  record Resume(@AtLeastOne @Says("which") List<Target> servers) implements ServerAction {
    public Resume {
      servers = List.copyOf(servers);
    }
  }
}
