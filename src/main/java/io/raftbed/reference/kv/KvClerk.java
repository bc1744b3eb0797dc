package io.raftbed.reference.kv;

import io.raftbed.lab.Request;
import io.raftbed.lab.kv.Clerk;
import io.raftbed.lab.kv.ClerkFactory;
import io.raftbed.lab.kv.ClientEnvironment;
import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.GetArgs;
import io.raftbed.lab.kv.GetReply;
import io.raftbed.lab.kv.PutAppendArgs;
import io.raftbed.lab.kv.PutAppendReply;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * Classic: one client. Each of its changes has a sequence, the same in all tries, by which the
 * servers know it again (Raft paper, section 8).
 */
public final class KvClerk implements Clerk {

  private final LeaderSearch leader;
  private final long clientId = new Random().nextLong();
  private long lastSequence;

  private KvClerk(ClientEnvironment environment) {
    leader = new LeaderSearch(environment.servers());
  }

  /** Makes a clerk; as a {@link ClerkFactory}, a method reference. */
  public static Clerk make(ClientEnvironment environment) {
    return new KvClerk(environment);
  }

  @Override
  public String get(String key) {
    return untilAnswered(new GetArgs(key), GetReply::err).value();
  }

  @Override
  public void put(String key, String value) {
    change(PutAppendArgs.Op.PUT, key, value);
  }

  @Override
  public void append(String key, String value) {
    change(PutAppendArgs.Op.APPEND, key, value);
  }

  private void change(PutAppendArgs.Op op, String key, String value) {
    lastSequence++;
    untilAnswered(new PutAppendArgs(op, key, value, clientId, lastSequence), PutAppendReply::err);
  }

  private <R extends Record> R untilAnswered(Request<R> request, Function<R, Err> err) {
    while (true) {
      Optional<R> reply = leader.call(request, err);
      if (reply.isPresent()) {
        return reply.get();
      }
    }
  }
}
