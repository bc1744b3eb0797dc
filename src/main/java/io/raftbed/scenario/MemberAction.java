package io.raftbed.scenario;

import io.raftbed.scenario.format.AtLeastOne;
import io.raftbed.scenario.format.Says;
import java.util.List;
import java.util.Optional;

/** What a step does to the members of a cluster (Raft paper, section 6). */
public sealed interface MemberAction extends Action {

  @Says(
      "Boots servers with nothing saved, which may become members; those that run are left alone.")
  record Join(@AtLeastOne @Says("which") List<Target> servers) implements MemberAction {
    public Join {
      servers = List.copyOf(servers);
    }
  }

  @Says("Takes servers out of service for good: no end of faults boots them.")
  record Retire(@AtLeastOne @Says("which") List<Target> servers) implements MemberAction {
    public Retire {
      servers = List.copyOf(servers);
    }
  }

  @Says("Takes servers out of service, and away all that they have saved; they may join anew.")
  record Wipe(@AtLeastOne @Says("which") List<Target> servers) implements MemberAction {
    public Wipe {
      servers = List.copyOf(servers);
    }
  }

  @Says("Asks whoever leads to change the members, for up to 2 s, until a server begins to.")
  record ChangeMembers(
      @AtLeastOne @Says("all members to be") List<Target> to,
      @Says("those of them to leave out after all, such as one member of all") List<Target> without,
      @Says("ask this one only") Optional<Target> of)
      implements MemberAction {
    public ChangeMembers {
      to = List.copyOf(to);
      without = List.copyOf(without);
    }
  }

  @Says("Asks whoever leads to change the members, again and again, until it is done.")
  record BecomeMembers(
      @AtLeastOne @Says("all members to be") List<Target> servers,
      @Says("those of them to leave out after all, such as one member of all") List<Target> without)
      implements MemberAction {
    public BecomeMembers {
      servers = List.copyOf(servers);
      without = List.copyOf(without);
    }
  }
}
