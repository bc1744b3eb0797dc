package io.raftbed.suite;

import io.raftbed.cluster.ClientNode;
import io.raftbed.lab.kv.Versioned;
import io.raftbed.lab.kv.VersionedClerk;
import io.raftbed.trace.FailureKind;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** Clients put and get one key, or any of several, each put with the version last seen. */
final class VersionedWorkload implements Workload {

  private final TestContext context;
  private final VersionedClients clients;
  private final KvRun.Plan plan;

  /** By key, and over all rounds: puts that surely took effect, and puts that may have. */
  private final int[] done;

  private final int[] maybe;

  VersionedWorkload(TestContext context, VersionedClients clients, KvRun.Plan plan) {
    this.context = context;
    this.clients = clients;
    this.plan = plan;
    int keys = plan.randomKeys() ? plan.clients() : 1;
    this.done = new int[keys];
    this.maybe = new int[keys];
  }

  @Override
  public void work(ClientNode client, BooleanSupplier stopped) {
    VersionedClerk clerk = clients.clerk(client);
    long[] versions = new long[done.length];
    for (int sequence = 0; !stopped.getAsBoolean(); sequence++) {
      int key = done.length == 1 ? 0 : context.workload().nextInt(done.length);
      String name = Integer.toString(key);
      switch (clerk.put(name, Appends.part(client.client(), sequence), versions[key])) {
        case OK -> done[key]++;
        case MAYBE -> maybe[key]++;
        case VERSION_MISMATCH, NO_KEY -> {}
      }
      versions[key] = version(clerk.get(name));
    }
  }

  @Override
  public boolean goesOnAfterCrash() {
    return true;
  }

  @Override
  public void check(ClientNode client) {
    VersionedClerk clerk = clients.clerk(client);
    VersionedClients.putToRareKeys(clerk);
    for (int key = 0; key < done.length; key++) {
      long version = version(clerk.get(Integer.toString(key)));
      long most = (long) done[key] + (plan.isFaultFree() ? 0 : maybe[key]);
      context.check(
          version >= done[key] && version <= most,
          FailureKind.SAFETY,
          "key " + key + " has not been put as often as its version says",
          "its version is %d; %d puts were answered OK and %d maybe"
              .formatted(version, done[key], maybe[key]));
    }
  }

  private static long version(Optional<Versioned> found) {
    return found.map(Versioned::version).orElse(0L);
  }
}
