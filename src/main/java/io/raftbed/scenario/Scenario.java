package io.raftbed.scenario;

import io.raftbed.scenario.format.AtLeastOne;
import io.raftbed.scenario.format.Kept;
import io.raftbed.scenario.format.Rebuild;
import io.raftbed.scenario.format.Says;
import java.util.List;
import java.util.Optional;

/** A test that stands in a file. */
@Says("A scenario: servers, and what befalls them.")
public record Scenario(
    @Kept @Says("Why there is this scenario, in one line; reports show it.") String about,
    @Says("How many servers there are; 3, if it is not said.") Optional<Integer> servers,
    @Says(
            "How many of them, those with the lowest numbers, are the first members, where members"
                + " change; all, and for ever, if it is not said.")
        Optional<Integer> founders,
    @Says("What stands above the servers; log, if it is not said.") Optional<ServiceOption> service,
    @Says("The log service takes a snapshot at every so many indexes; never, if it is not said.")
        Optional<Integer> snapshotEvery,
    @Says("Services take a snapshot near so many bytes of Raft state; never, if it is not said.")
        Optional<Integer> maxRaftState,
    @Says("What servers keep their state on; memory, if it is not said.")
        Optional<StorageOption> storage,
    @Says("How links behave in the beginning; reliable, if it is not said.")
        Optional<NetworkProfile> network,
    @Says(
            "How many clients work from the beginning to the end, on a key/value service; 0, if it"
                + " is not said.")
        Optional<Integer> clients,
    @Kept
        @Says(
            "The seed of the first run, where none is given on the command line; 1, if it is not"
                + " said.")
        Optional<Long> seed,
    @Kept
        @Says(
            "With how many seeds it is run, from that one on, where no number is given on the"
                + " command line; 1, if it is not said.")
        Optional<Integer> seeds,
    @Kept @Says("Bugs that it shows, by the names that the table of broken variants has.")
        List<String> shows,
    @AtLeastOne @Says("What happens, step by step.") List<Step> steps) {

  private static final int MOST_SERVERS = 101;
  private static final int SERVERS = 3;
  private static final int MOST_SEEDS = 1_000;

  /** What stands above the servers. */
  public enum ServiceOption {
    /** Takes commands as they are applied, and compares the servers. */
    LOG,
    /** The key/value service with Get, Put and Append. */
    KV,
    /** The key/value service whose Put names the version that it replaces. */
    VERSIONED_KV
  }

  /** What servers keep their state on. */
  public enum StorageOption {
    /** Memory that outlives a crash. */
    MEMORY,
    /** A simulated disk for each server. */
    DISK
  }

  /** Checks that what is said goes together. */
  public Scenario {
    shows = List.copyOf(shows);
    steps = List.copyOf(steps);
    require(
        servers.orElse(SERVERS) >= 1 && servers.orElse(SERVERS) <= MOST_SERVERS,
        "servers must be 1 to " + MOST_SERVERS + ", not " + servers.orElse(SERVERS));
    require(
        founders.orElse(1) >= 1 && founders.orElse(1) <= servers.orElse(SERVERS),
        "founders must be 1 to the number of servers, not " + founders.orElse(1));
    require(
        seeds.orElse(1) >= 1 && seeds.orElse(1) <= MOST_SEEDS,
        "seeds must be 1 to " + MOST_SEEDS + ", not " + seeds.orElse(1));
    require(
        seed.orElse(0L) <= Long.MAX_VALUE - seeds.orElse(1) + 1,
        "seed " + seed.orElse(0L) + " leaves no room for " + seeds.orElse(1) + " seeds");
    boolean log = service.orElse(ServiceOption.LOG) == ServiceOption.LOG;
    require(
        log || snapshotEvery.isEmpty(),
        "snapshot-every is for the log service; a key/value service has max-raft-state");
    require(
        !log || maxRaftState.isEmpty(),
        "max-raft-state is for a key/value service; the log service has snapshot-every");
    require(!log || clients.isEmpty(), "clients need a key/value service: add \"service: kv\"");
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException(otherwise);
    }
  }

  /** How many servers there are. */
  public int size() {
    return servers.orElse(SERVERS);
  }

  /** Returns the same scenario, with another reason why there is it. */
  public Scenario withAbout(String reason) {
    return (Scenario) Rebuild.with(this, "about", reason);
  }

  /** Returns the same scenario with other steps. */
  public Scenario withSteps(List<Step> others) {
    return (Scenario) Rebuild.with(this, "steps", others);
  }

  /** Returns the same scenario, whose first run has another seed. */
  public Scenario withSeed(long first) {
    return (Scenario) Rebuild.with(this, "seed", Optional.of(first));
  }

  /** Returns the same scenario, which is run with so many seeds. */
  public Scenario withSeeds(int count) {
    return (Scenario) Rebuild.with(this, "seeds", Optional.of(count));
  }
}
