package io.raftbed.reference.kv;

import io.raftbed.lab.kv.ClientEnvironment;
import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.PutOutcome;
import io.raftbed.lab.kv.Versioned;
import io.raftbed.lab.kv.VersionedClerk;
import io.raftbed.lab.kv.VersionedClerkFactory;
import io.raftbed.lab.kv.VersionedGetArgs;
import io.raftbed.lab.kv.VersionedGetReply;
import io.raftbed.lab.kv.VersionedPutArgs;
import io.raftbed.lab.kv.VersionedPutReply;
import java.util.Optional;

/** Versioned: one client. */
public final class VersionedKvClerk implements VersionedClerk {

  private final LeaderSearch leader;

  private VersionedKvClerk(ClientEnvironment environment) {
    leader = new LeaderSearch(environment.servers());
  }

  /** Makes a clerk; as a {@link VersionedClerkFactory}, a method reference. */
  public static VersionedClerk make(ClientEnvironment environment) {
    return new VersionedKvClerk(environment);
  }

  @Override
  public Optional<Versioned> get(String key) {
    VersionedGetArgs args = new VersionedGetArgs(key);
    while (true) {
      Optional<VersionedGetReply> reply = leader.call(args, VersionedGetReply::err);
      if (reply.isPresent()) {
        return reply.filter(r -> r.err() == Err.OK).map(r -> new Versioned(r.value(), r.version()));
      }
    }
  }

  @Override
  public PutOutcome put(String key, String value, long version) {
    VersionedPutArgs args = new VersionedPutArgs(key, value, version);
    boolean retried = false;
    while (true) {
      Optional<VersionedPutReply> reply = leader.call(args, VersionedPutReply::err);
      if (reply.isPresent()) {
        return outcome(reply.get().err(), retried);
      }
      retried = true;
    }
  }

  /**
   * A Put that is refused for its version, after a try without a clear answer, may have been
   * refused because that very try took effect. That a key is missing has no such doubt: nothing
   * removes one.
   */
  private static PutOutcome outcome(Err err, boolean retried) {
    return switch (err) {
      case OK -> PutOutcome.OK;
      case NO_KEY -> PutOutcome.NO_KEY;
      case VERSION_MISMATCH -> retried ? PutOutcome.MAYBE : PutOutcome.VERSION_MISMATCH;
      case WRONG_LEADER -> throw new IllegalArgumentException("not a leader's answer");
    };
  }
}
