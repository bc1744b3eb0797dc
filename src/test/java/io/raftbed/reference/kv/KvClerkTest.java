package io.raftbed.reference.kv;

import static io.raftbed.reference.kv.VirtualTime.millis;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.kv.Clerk;
import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.GetArgs;
import io.raftbed.lab.kv.GetReply;
import io.raftbed.lab.kv.PutAppendArgs;
import io.raftbed.lab.kv.PutAppendReply;
import io.raftbed.sim.OneNode;
import io.raftbed.sim.Programs;
import io.raftbed.trace.Verdict;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KvClerkTest {

  private static final PutAppendReply DONE = new PutAppendReply(Err.OK);
  private static final PutAppendReply WRONG = new PutAppendReply(Err.WRONG_LEADER);

  @BeforeAll
  static void load() {
    assertThat(Programs.load(KvClerk.class)).isEqualTo(new Verdict.Pass());
  }

  private static List<PutAppendArgs> changes(ScriptedServers servers) {
    return servers.tries.stream().map(t -> (PutAppendArgs) t.request()).toList();
  }

  @Test
  void getsAValueOrNothing() {
    OneNode.passes(() -> {
      ScriptedServers servers =
          new ScriptedServers(3).reply(new GetReply(Err.OK, "v"), new GetReply(Err.NO_KEY, ""));
      Clerk clerk = KvClerk.make(servers);
      assertThat(clerk.get("k")).isEqualTo("v");
      assertThat(clerk.get("k")).isEmpty();
      assertThat(servers.tries)
          .extracting(ScriptedServers.Try::request)
          .containsExactly(new GetArgs("k"), new GetArgs("k"));
    });
  }

  @Test
  @DisplayName("§8: goes round until it finds the leader, then stays with it")
  void remembersTheLeader() {
    OneNode.passes(() -> {
      ScriptedServers servers =
          new ScriptedServers(3).reply(WRONG).silence().reply(DONE, DONE, WRONG, DONE);
      Clerk clerk = KvClerk.make(servers);
      assertThat(millis(() -> clerk.put("k", "a"))).isZero();
      clerk.put("k", "b");
      assertThat(servers.asked()).containsExactly(0, 1, 2, 2);
      clerk.put("k", "c");
      assertThat(servers.asked()).containsExactly(0, 1, 2, 2, 2, 0);
    });
  }

  @Test
  void pausesWhenAllServersHaveFailed() {
    OneNode.passes(() -> {
      ScriptedServers servers =
          new ScriptedServers(2).reply(WRONG, WRONG, WRONG).silence().reply(WRONG, DONE);
      Clerk clerk = KvClerk.make(servers);
      assertThat(millis(() -> clerk.put("k", "a"))).isEqualTo(50);
      assertThat(servers.asked()).containsExactly(0, 1, 0, 1, 0, 1);
    });
  }

  @Test
  @DisplayName("§8: a change has one sequence in all its tries, and the next change the next one")
  void sequences() {
    OneNode.passes(() -> {
      ScriptedServers servers = new ScriptedServers(3).reply(WRONG).silence().reply(DONE, DONE);
      Clerk clerk = KvClerk.make(servers);
      clerk.append("k", "a");
      clerk.put("l", "b");
      List<PutAppendArgs> sent = changes(servers);
      long clientId = sent.getFirst().clientId();
      PutAppendArgs first = new PutAppendArgs(PutAppendArgs.Op.APPEND, "k", "a", clientId, 1);
      PutAppendArgs second = new PutAppendArgs(PutAppendArgs.Op.PUT, "l", "b", clientId, 2);
      assertThat(sent).containsExactly(first, first, first, second);
    });
  }

  @Test
  void clientsHaveIdsOfTheirOwn() {
    OneNode.passes(() -> {
      ScriptedServers servers = new ScriptedServers(1).reply(DONE, DONE);
      KvClerk.make(servers).put("k", "a");
      KvClerk.make(servers).put("k", "a");
      assertThat(changes(servers)).doesNotHaveDuplicates();
    });
  }
}
