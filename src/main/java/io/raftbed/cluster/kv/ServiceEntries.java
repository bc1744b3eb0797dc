package io.raftbed.cluster.kv;

import io.raftbed.cluster.ServiceBoot;
import io.raftbed.sim.Holdings;
import io.raftbed.sim.Incarnation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Through which objects the services of one run are called, on the latest boot of each server:
 * handlers, state machines and the layer below. What a service keeps is reached from them.
 */
public final class ServiceEntries {

  private record Boot(Incarnation incarnation, List<Object> entries) {}

  private final Map<Integer, Boot> boots = new HashMap<>();

  /** Forgets those of the server's earlier boots. */
  void booted(ServiceBoot boot) {
    boots.put(boot.server(), new Boot(boot.incarnation(), new ArrayList<>()));
  }

  void add(int server, Object entry) {
    bootOf(server).entries().add(entry);
  }

  /**
   * What a server's service holds.
   *
   * @param boot since when
   */
  public record Held(Incarnation boot, Holdings holdings) {}

  /**
   * Returns what a server's service holds, without the Raft server below it; empty when it was
   * never booted.
   */
  public Optional<Held> held(int server) {
    return Optional.ofNullable(boots.get(server))
        .map(boot -> new Held(boot.incarnation(), boot.incarnation().holdings(boot.entries())));
  }

  private Boot bootOf(int server) {
    return Objects.requireNonNull(boots.get(server), "never booted");
  }
}
