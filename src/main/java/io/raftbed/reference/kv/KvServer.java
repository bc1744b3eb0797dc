package io.raftbed.reference.kv;

import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.GetArgs;
import io.raftbed.lab.kv.GetReply;
import io.raftbed.lab.kv.KvEnvironment;
import io.raftbed.lab.kv.KvServerFactory;
import io.raftbed.lab.kv.PutAppendArgs;
import io.raftbed.lab.kv.PutAppendReply;
import io.raftbed.lab.kv.Rsm;

/**
 * Classic: one server, which puts every request through the log. Reads go there too (Raft paper,
 * section 8): a leader that does not know yet that it is deposed would answer from the past.
 */
public final class KvServer {

  private final Rsm rsm;

  private KvServer(Rsm rsm) {
    this.rsm = rsm;
  }

  /** Boots a server; as a {@link KvServerFactory}, a method reference. */
  public static void make(KvEnvironment environment) {
    KvServer server = new KvServer(environment.replicate(new KvStateMachine()));
    environment.handle(GetArgs.class, server::get);
    environment.handle(PutAppendArgs.class, server::putAppend);
  }

  private GetReply get(GetArgs args) {
    return rsm.submit(new KvCommand.Get(args).encoded())
        .map(KvReplies::decodeGet)
        .orElse(new GetReply(Err.WRONG_LEADER, ""));
  }

  private PutAppendReply putAppend(PutAppendArgs args) {
    return rsm.submit(new KvCommand.PutAppend(args).encoded())
        .map(KvReplies::decodePutAppend)
        .orElse(new PutAppendReply(Err.WRONG_LEADER));
  }
}
