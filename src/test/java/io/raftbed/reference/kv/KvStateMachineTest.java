package io.raftbed.reference.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.GetArgs;
import io.raftbed.lab.kv.GetReply;
import io.raftbed.lab.kv.PutAppendArgs;
import io.raftbed.lab.kv.PutAppendReply;
import java.util.Arrays;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class KvStateMachineTest {

  private final KvStateMachine machine = new KvStateMachine();

  private static GetReply get(KvStateMachine machine, String key) {
    return KvReplies.decodeGet(machine.apply(new KvCommand.Get(new GetArgs(key)).encoded()));
  }

  private GetReply get(String key) {
    return get(machine, key);
  }

  private static void change(
      KvStateMachine machine,
      PutAppendArgs.Op op,
      String key,
      String value,
      long client,
      long sequence) {
    PutAppendArgs args = new PutAppendArgs(op, key, value, client, sequence);
    byte[] reply = machine.apply(new KvCommand.PutAppend(args).encoded());
    assertThat(KvReplies.decodePutAppend(reply)).isEqualTo(new PutAppendReply(Err.OK));
  }

  private void put(String key, String value, long client, long sequence) {
    change(machine, PutAppendArgs.Op.PUT, key, value, client, sequence);
  }

  private void append(String key, String value, long client, long sequence) {
    change(machine, PutAppendArgs.Op.APPEND, key, value, client, sequence);
  }

  @Test
  void putsAppendsAndGets() {
    assertThat(get("k")).isEqualTo(new GetReply(Err.NO_KEY, ""));
    append("k", "a", 1, 1);
    assertThat(get("k")).isEqualTo(new GetReply(Err.OK, "a"));
    append("k", "b", 2, 1);
    assertThat(get("k")).isEqualTo(new GetReply(Err.OK, "ab"));
    put("k", "c", 1, 2);
    assertThat(get("k")).isEqualTo(new GetReply(Err.OK, "c"));
    assertThat(get("other").err()).isEqualTo(Err.NO_KEY);
  }

  @Test
  @DisplayName("§8: a request that was executed already is answered and not executed again")
  void duplicate() {
    append("k", "a", 1, 1);
    append("k", "a", 1, 1);
    assertThat(get("k").value()).isEqualTo("a");
  }

  @Test
  @DisplayName("§8: a late duplicate of an older request is not executed either")
  void olderDuplicate() {
    append("k", "a", 1, 1);
    append("k", "b", 1, 2);
    append("k", "a", 1, 1);
    assertThat(get("k").value()).isEqualTo("ab");
    append("k", "b", 1, 2);
    assertThat(get("k").value()).isEqualTo("ab");
  }

  @Test
  @DisplayName("§8: equal sequences of two clients are two requests")
  void clientsApart() {
    append("k", "a", 1, 1);
    append("k", "a", -1, 1);
    assertThat(get("k").value()).isEqualTo("aa");
  }

  @Test
  @DisplayName(
      "dissertation 6.3: a restored server knows the requests executed before its snapshot")
  void duplicateAfterRestore() {
    append("k", "a", 1, 1);
    append("k", "b", 1, 2);
    KvStateMachine restored = new KvStateMachine();
    restored.restore(machine.snapshot());
    change(restored, PutAppendArgs.Op.APPEND, "k", "b", 1, 2);
    change(restored, PutAppendArgs.Op.APPEND, "k", "a", 1, 1);
    assertThat(get(restored, "k").value()).isEqualTo("ab");
    change(restored, PutAppendArgs.Op.APPEND, "k", "c", 1, 3);
    assertThat(get(restored, "k").value()).isEqualTo("abc");
  }

  @Test
  void restoringReplacesWhatWasThere() {
    byte[] empty = new KvStateMachine().snapshot();
    append("k", "a", 1, 1);
    machine.restore(empty);
    assertThat(get("k").err()).isEqualTo(Err.NO_KEY);
    append("k", "a", 1, 1);
    assertThat(get("k").value()).isEqualTo("a");
  }

  @Test
  @DisplayName("equal states have equal bytes, whatever way they came about")
  void deterministicBytes() {
    for (int i = 0; i < 50; i++) {
      put("key" + i, "v", i, 1);
    }
    KvStateMachine otherWay = new KvStateMachine();
    for (int i = 49; i >= 0; i--) {
      change(otherWay, PutAppendArgs.Op.APPEND, "key" + i, "v", i, 1);
    }
    assertThat(otherWay.snapshot()).isEqualTo(machine.snapshot());
    KvStateMachine restored = new KvStateMachine();
    restored.restore(machine.snapshot());
    assertThat(restored.snapshot()).isEqualTo(machine.snapshot());
  }

  @Test
  @DisplayName("the state grows with keys and clients, not with finished requests")
  void noGrowth() {
    put("k", "v", 1, 1);
    int size = machine.snapshot().length;
    for (int sequence = 2; sequence < 1_000; sequence++) {
      put("k", "v", 1, sequence);
    }
    assertThat(machine.snapshot()).hasSize(size);
  }

  @Test
  void refusesATornSnapshot() {
    append("k", "a", 1, 1);
    byte[] whole = machine.snapshot();
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatIllegalArgumentException().isThrownBy(() -> new KvStateMachine().restore(part));
    }
  }
}
