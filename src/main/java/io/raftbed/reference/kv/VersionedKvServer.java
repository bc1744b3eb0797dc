package io.raftbed.reference.kv;

import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.KvEnvironment;
import io.raftbed.lab.kv.KvServerFactory;
import io.raftbed.lab.kv.Rsm;
import io.raftbed.lab.kv.VersionedGetArgs;
import io.raftbed.lab.kv.VersionedGetReply;
import io.raftbed.lab.kv.VersionedPutArgs;
import io.raftbed.lab.kv.VersionedPutReply;

/** Versioned: one server, which puts every request through the log, reads too. */
public final class VersionedKvServer {

  private final Rsm rsm;

  private VersionedKvServer(Rsm rsm) {
    this.rsm = rsm;
  }

  /** Boots a server; as a {@link KvServerFactory}, a method reference. */
  public static void make(KvEnvironment environment) {
    VersionedKvServer server =
        new VersionedKvServer(environment.replicate(new VersionedStateMachine()));
    environment.handle(VersionedGetArgs.class, server::get);
    environment.handle(VersionedPutArgs.class, server::put);
  }

  private VersionedGetReply get(VersionedGetArgs args) {
    return rsm.submit(new VersionedCommand.Get(args).encoded())
        .map(VersionedReplies::decodeGet)
        .orElse(new VersionedGetReply(Err.WRONG_LEADER, "", 0));
  }

  private VersionedPutReply put(VersionedPutArgs args) {
    return rsm.submit(new VersionedCommand.Put(args).encoded())
        .map(VersionedReplies::decodePut)
        .orElse(new VersionedPutReply(Err.WRONG_LEADER));
  }
}
