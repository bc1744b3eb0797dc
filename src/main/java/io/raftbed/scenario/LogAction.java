package io.raftbed.scenario;

import io.raftbed.scenario.format.Says;
import java.util.List;
import java.util.Optional;

/** What a step does about who leads, and with commands. */
public sealed interface LogAction extends Action {

  @Says(
      "Makes a server the leader: from now on it alone can call others, and only its voters."
          + " Waits until it leads and a majority is in its term.")
  record Elect(
      @Says("who is to lead; its log must be as complete as its voters'") Target server,
      @Says("whom it can call; all others, if none are named") List<Target> voters)
      implements LogAction {
    public Elect {
      voters = List.copyOf(voters);
    }
  }

  @Says("Gives a server new commands, which it takes if it leads; waits for nothing.")
  record Start(
      @Says("which server; the leader, if none is named") Optional<Target> server,
      @Says("how many; 1, if it is not said") Optional<Integer> commands)
      implements LogAction {}

  @Says("Agrees on new commands, one after the other; fails when one is not applied in time.")
  record Agree(
      @Says("how many; 1, if it is not said") Optional<Integer> commands,
      @Says("by how many servers; by all members that are connected, if it is not said")
          Optional<Integer> servers)
      implements LogAction {}

  @Says("Gives new commands to drawn servers, again and again.")
  record Load(
      @Says("for so long") Time time,
      @Says("of these servers; of all, if none are named") List<Target> servers)
      implements LogAction {
    public Load {
      servers = List.copyOf(servers);
    }
  }
}
