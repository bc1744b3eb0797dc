package io.raftbed.reference.kv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.raftbed.lab.kv.Err;
import io.raftbed.lab.kv.VersionedGetArgs;
import io.raftbed.lab.kv.VersionedGetReply;
import io.raftbed.lab.kv.VersionedPutArgs;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class VersionedStateMachineTest {

  private final VersionedStateMachine machine = new VersionedStateMachine();

  private static VersionedGetReply get(VersionedStateMachine machine, String key) {
    byte[] command = new VersionedCommand.Get(new VersionedGetArgs(key)).encoded();
    return VersionedReplies.decodeGet(machine.apply(command));
  }

  private static Err put(VersionedStateMachine machine, String key, String value, long version) {
    byte[] command = new VersionedCommand.Put(new VersionedPutArgs(key, value, version)).encoded();
    return VersionedReplies.decodePut(machine.apply(command)).err();
  }

  @Test
  void aNewKeyStandsAtVersionZero() {
    assertThat(get(machine, "k")).isEqualTo(new VersionedGetReply(Err.NO_KEY, "", 0));
    assertThat(put(machine, "k", "a", 0)).isEqualTo(Err.OK);
    assertThat(get(machine, "k")).isEqualTo(new VersionedGetReply(Err.OK, "a", 1));
    assertThat(put(machine, "k", "b", 1)).isEqualTo(Err.OK);
    assertThat(get(machine, "k")).isEqualTo(new VersionedGetReply(Err.OK, "b", 2));
  }

  @Test
  void aPutForAnotherVersionHasNoEffect() {
    put(machine, "k", "a", 0);
    put(machine, "k", "b", 1);
    for (long version : new long[] {0, 1, 3, -1}) {
      assertThat(put(machine, "k", "x", version)).isEqualTo(Err.VERSION_MISMATCH);
    }
    assertThat(get(machine, "k")).isEqualTo(new VersionedGetReply(Err.OK, "b", 2));
  }

  @Test
  void aPutForAVersionOfAMissingKeyHasNoEffect() {
    assertThat(put(machine, "k", "x", 1)).isEqualTo(Err.NO_KEY);
    assertThat(get(machine, "k").err()).isEqualTo(Err.NO_KEY);
  }

  @Test
  void anEmptyValueIsAValue() {
    put(machine, "k", "", 0);
    assertThat(get(machine, "k")).isEqualTo(new VersionedGetReply(Err.OK, "", 1));
  }

  @Test
  void aSnapshotHoldsValuesAndVersionsInOneOrder() {
    VersionedStateMachine otherWay = new VersionedStateMachine();
    for (int i = 0; i < 50; i++) {
      put(machine, "key" + i, "v", 0);
      put(otherWay, "key" + (49 - i), "v", 0);
    }
    put(machine, "key7", "w", 1);
    put(otherWay, "key7", "w", 1);
    assertThat(otherWay.snapshot()).isEqualTo(machine.snapshot());
    VersionedStateMachine restored = new VersionedStateMachine();
    put(restored, "gone", "x", 0);
    restored.restore(machine.snapshot());
    assertThat(get(restored, "key7")).isEqualTo(new VersionedGetReply(Err.OK, "w", 2));
    assertThat(get(restored, "gone").err()).isEqualTo(Err.NO_KEY);
    assertThat(restored.snapshot()).isEqualTo(machine.snapshot());
  }

  @Test
  void refusesATornSnapshot() {
    put(machine, "k", "a", 0);
    byte[] whole = machine.snapshot();
    for (int length = 0; length < whole.length; length++) {
      byte[] part = Arrays.copyOf(whole, length);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> new VersionedStateMachine().restore(part));
    }
  }
}
