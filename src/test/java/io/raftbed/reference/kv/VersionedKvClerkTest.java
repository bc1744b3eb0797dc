package io.raftbed.reference.kv;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.PutOutcome;
import io.raftbed.lab.kv.Versioned;
import io.raftbed.lab.kv.VersionedClerk;
import io.raftbed.lab.kv.VersionedGetReply;
import io.raftbed.lab.kv.VersionedPutArgs;
import io.raftbed.lab.kv.VersionedPutReply;
import io.raftbed.sim.OneNode;
import io.raftbed.sim.Programs;
import io.raftbed.trace.Verdict;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class VersionedKvClerkTest {

  private static final VersionedPutReply OK = new VersionedPutReply(Err.OK);
  private static final VersionedPutReply NO_KEY = new VersionedPutReply(Err.NO_KEY);
  private static final VersionedPutReply MISMATCH = new VersionedPutReply(Err.VERSION_MISMATCH);
  private static final VersionedPutReply WRONG = new VersionedPutReply(Err.WRONG_LEADER);

  @BeforeAll
  static void load() {
    assertThat(Programs.load(VersionedKvClerk.class)).isEqualTo(new Verdict.Pass());
  }

  private static ScriptedServers servers() {
    return new ScriptedServers(3);
  }

  private static void assertPut(Supplier<ScriptedServers> servers, PutOutcome outcome) {
    OneNode.passes(
        () -> assertThat(VersionedKvClerk.make(servers.get()).put("k", "v", 1)).isEqualTo(outcome));
  }

  @Test
  void aClearFirstAnswerIsPassedOn() {
    assertPut(() -> servers().reply(OK), PutOutcome.OK);
    assertPut(() -> servers().reply(MISMATCH), PutOutcome.VERSION_MISMATCH);
    assertPut(() -> servers().reply(NO_KEY), PutOutcome.NO_KEY);
  }

  @Test
  void aRetryThatIsRefusedForItsVersionIsMaybe() {
    assertPut(() -> servers().silence().reply(MISMATCH), PutOutcome.MAYBE);
    assertPut(() -> servers().reply(WRONG, MISMATCH), PutOutcome.MAYBE);
    assertPut(() -> servers().silence().reply(WRONG).silence().reply(MISMATCH), PutOutcome.MAYBE);
  }

  @Test
  void aRetryThatSucceedsIsOkAndAMissingKeyStaysMissing() {
    assertPut(() -> servers().silence().reply(OK), PutOutcome.OK);
    assertPut(() -> servers().silence().reply(NO_KEY), PutOutcome.NO_KEY);
  }

  @Test
  void doubtEndsWithItsPut() {
    OneNode.passes(() -> {
      ScriptedServers servers = servers().silence().reply(MISMATCH, MISMATCH);
      VersionedClerk clerk = VersionedKvClerk.make(servers);
      assertThat(clerk.put("k", "v", 1)).isEqualTo(PutOutcome.MAYBE);
      assertThat(clerk.put("k", "v", 1)).isEqualTo(PutOutcome.VERSION_MISMATCH);
      assertThat(servers.asked()).containsExactly(0, 1, 1);
      assertThat(servers.tries)
          .extracting(ScriptedServers.Try::request)
          .containsOnly(new VersionedPutArgs("k", "v", 1));
    });
  }

  @Test
  void getsValueAndVersion() {
    OneNode.passes(() -> {
      ScriptedServers servers =
          servers()
              .reply(new VersionedGetReply(Err.WRONG_LEADER, "", 0))
              .reply(new VersionedGetReply(Err.OK, "v", 3))
              .reply(new VersionedGetReply(Err.NO_KEY, "", 0));
      VersionedClerk clerk = VersionedKvClerk.make(servers);
      assertThat(clerk.get("k")).hasValue(new Versioned("v", 3));
      assertThat(clerk.get("k")).isEmpty();
    });
  }
}
