package io.raftbed.suite;

import io.raftbed.lab.RaftFactory;
import io.raftbed.lab.kv.ClerkFactory;
import io.raftbed.lab.kv.KvServerFactory;
import io.raftbed.lab.kv.RsmFactory;
import io.raftbed.lab.kv.VersionedClerkFactory;
import java.util.Optional;

/**
 * What is under test.
 *
 * @param raft makes each Raft server
 * @param services what stands above them; empty where tests of Raft alone are run
 */
public record Implementation(RaftFactory raft, Optional<Services> services) {

  /**
   * What stands above Raft.
   *
   * @param rsm makes the layer between a state machine and Raft
   * @param kv makes each classic key/value server
   * @param clerk makes the clerk of each of its clients
   * @param versionedKv makes each versioned key/value server
   * @param versionedClerk makes the clerk of each of its clients
   */
  public record Services(
      RsmFactory rsm,
      KvServerFactory kv,
      ClerkFactory clerk,
      KvServerFactory versionedKv,
      VersionedClerkFactory versionedClerk) {

    /** Returns the same with another layer over Raft. */
    public Services withRsm(RsmFactory other) {
      return new Services(other, kv, clerk, versionedKv, versionedClerk);
    }

    /** Returns the same with other classic servers. */
    public Services withKv(KvServerFactory other) {
      return new Services(rsm, other, clerk, versionedKv, versionedClerk);
    }

    /** Returns the same with other clerks of the classic service. */
    public Services withClerk(ClerkFactory other) {
      return new Services(rsm, kv, other, versionedKv, versionedClerk);
    }

    /** Returns the same with other versioned servers. */
    public Services withVersionedKv(KvServerFactory other) {
      return new Services(rsm, kv, clerk, other, versionedClerk);
    }

    /** Returns the same with other clerks of the versioned service. */
    public Services withVersionedClerk(VersionedClerkFactory other) {
      return new Services(rsm, kv, clerk, versionedKv, other);
    }
  }

  /** Returns an implementation of Raft with nothing above it. */
  public static Implementation of(RaftFactory raft) {
    return new Implementation(raft, Optional.empty());
  }

  /** Returns an implementation of Raft and of what stands above it. */
  public static Implementation of(RaftFactory raft, Services services) {
    return new Implementation(raft, Optional.of(services));
  }

  /**
   * Returns what stands above Raft.
   *
   * @throws IllegalStateException if there is nothing
   */
  Services requireServices() {
    return services.orElseThrow(
        () -> new IllegalStateException("this test needs a service above Raft, and there is none"));
  }
}
