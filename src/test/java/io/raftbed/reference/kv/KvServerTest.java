package io.raftbed.reference.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.Handler;
import io.raftbed.lab.Request;
import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.GetArgs;
import io.raftbed.lab.kv.GetReply;
import io.raftbed.lab.kv.KvEnvironment;
import io.raftbed.lab.kv.PutAppendArgs;
import io.raftbed.lab.kv.PutAppendReply;
import io.raftbed.lab.kv.Rsm;
import io.raftbed.lab.kv.StateMachine;
import io.raftbed.lab.kv.VersionedGetArgs;
import io.raftbed.lab.kv.VersionedGetReply;
import io.raftbed.lab.kv.VersionedPutArgs;
import io.raftbed.lab.kv.VersionedPutReply;
import io.raftbed.sim.Programs;
import io.raftbed.trace.Verdict;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class KvServerTest {

  private static final PutAppendArgs APPEND =
      new PutAppendArgs(PutAppendArgs.Op.APPEND, "k", "a", 1, 1);

  /** A server alone, whose commands are applied at once while it leads. */
  private static final class Alone extends ScriptedRaft implements KvEnvironment {
    private final Map<Class<?>, Handler<?, ?>> handlers = new HashMap<>();

    @Override
    public Rsm replicate(StateMachine machine) {
      return command -> leads ? Optional.of(machine.apply(command)) : Optional.empty();
    }

    @Override
    public <A extends Request<R>, R extends Record> void handle(
        Class<A> type, Handler<A, R> handler) {
      handlers.put(type, handler);
    }

    @SuppressWarnings("unchecked") // as registered
    <A extends Request<R>, R extends Record> R call(A request) {
      Handler<?, ?> handler = Objects.requireNonNull(handlers.get(request.getClass()));
      return ((Handler<A, R>) handler).handle(request);
    }
  }

  private final Alone server = new Alone();

  @Test
  void runsInASimulation() {
    assertThat(Programs.load(KvServer.class)).isEqualTo(new Verdict.Pass());
    assertThat(Programs.load(VersionedKvServer.class)).isEqualTo(new Verdict.Pass());
  }

  @Test
  void answersWithTheReplyOfTheStateMachine() {
    KvServer.make(server);
    assertThat(server.call(new GetArgs("k"))).isEqualTo(new GetReply(Err.NO_KEY, ""));
    assertThat(server.call(APPEND)).isEqualTo(new PutAppendReply(Err.OK));
    assertThat(server.call(APPEND)).isEqualTo(new PutAppendReply(Err.OK));
    assertThat(server.call(new GetArgs("k"))).isEqualTo(new GetReply(Err.OK, "a"));
  }

  @Test
  void tellsWrongLeaderForReadsToo() {
    KvServer.make(server);
    server.call(APPEND);
    server.leads = false;
    assertThat(server.call(new GetArgs("k"))).isEqualTo(new GetReply(Err.WRONG_LEADER, ""));
    assertThat(server.call(APPEND)).isEqualTo(new PutAppendReply(Err.WRONG_LEADER));
  }

  @Test
  void versionedAnswersWithTheReplyOfTheStateMachine() {
    VersionedKvServer.make(server);
    VersionedPutArgs put = new VersionedPutArgs("k", "a", 0);
    assertThat(server.call(put)).isEqualTo(new VersionedPutReply(Err.OK));
    assertThat(server.call(put)).isEqualTo(new VersionedPutReply(Err.VERSION_MISMATCH));
    assertThat(server.call(new VersionedGetArgs("k")))
        .isEqualTo(new VersionedGetReply(Err.OK, "a", 1));
  }

  @Test
  void versionedTellsWrongLeaderForReadsToo() {
    VersionedKvServer.make(server);
    server.leads = false;
    assertThat(server.call(new VersionedPutArgs("k", "a", 0)))
        .isEqualTo(new VersionedPutReply(Err.WRONG_LEADER));
    assertThat(server.call(new VersionedGetArgs("k")))
        .isEqualTo(new VersionedGetReply(Err.WRONG_LEADER, "", 0));
  }
}
