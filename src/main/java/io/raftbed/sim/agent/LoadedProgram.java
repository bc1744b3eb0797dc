package io.raftbed.sim.agent;

import java.util.List;
import java.util.Optional;

/**
 * What came of loading a program.
 *
 * @param refused what it uses and must not; empty when it can run
 * @param failure what its static initialisers did, when that makes it unfit to run
 */
public record LoadedProgram(List<Refused> refused, Optional<InitialiserFailure> failure) {
  public LoadedProgram {
    refused = List.copyOf(refused);
  }
}
