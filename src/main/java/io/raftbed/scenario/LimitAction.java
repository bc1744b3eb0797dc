package io.raftbed.scenario;

import io.raftbed.scenario.format.Says;
import java.util.Optional;

/** What a step does about how much servers keep. */
public sealed interface LimitAction extends Action {

  @Says("Fails when a server has saved more than it may.")
  record LimitStorage(
      @Says("how many bytes of Raft state at most; any, if it is not said")
          Optional<Integer> raftState,
      @Says("how many bytes a snapshot has at most; any, if it is not said")
          Optional<Integer> snapshot)
      implements LimitAction {}

  @Says("Takes note of what the services of all servers hold in memory, and of their threads.")
  record NoteMemory(@Says("the name of the note") String as) implements LimitAction {}

  @Says("Fails when a service holds more than it did; all that was asked should have ended.")
  record LimitMemory(
      @Says("the name of the note") String since,
      @Says("how many references or threads more it may have; none, if it is not said")
          Optional<Integer> growth)
      implements LimitAction {}
}
