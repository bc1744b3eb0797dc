package io.raftbed.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class ServiceStateTest {

  private static ServiceState of(byte[]... commands) {
    ServiceState state = new ServiceState();
    Arrays.stream(commands).forEach(state::append);
    return state;
  }

  @Test
  void aSnapshotHoldsEveryCommandInOrder() {
    ServiceState restored =
        ServiceState.of(of(new byte[] {1}, new byte[0], new byte[] {2, 3}).snapshot())
            .orElseThrow();

    assertThat(restored.lastIndex()).isEqualTo(3);
    assertThat(restored.command(1)).containsExactly(1);
    assertThat(restored.command(2)).isEmpty();
    assertThat(restored.command(3)).containsExactly(2, 3);
  }

  @Test
  void aRestoredStateGoesOn() {
    ServiceState restored = ServiceState.of(of(new byte[] {1}).snapshot()).orElseThrow();
    restored.append(new byte[] {2});

    assertThat(restored.snapshot()).isEqualTo(of(new byte[] {1}, new byte[] {2}).snapshot());
  }

  @Test
  void bytesThatAreNoSnapshotAreRecognised() {
    byte[] snapshot = of(new byte[] {1, 2, 3}).snapshot();
    byte[] otherIndex = snapshot.clone();
    otherIndex[3]++;

    assertThat(ServiceState.of(new byte[0])).isEmpty();
    assertThat(ServiceState.of(Arrays.copyOf(snapshot, snapshot.length - 1))).isEmpty();
    assertThat(ServiceState.of(Arrays.copyOf(snapshot, snapshot.length + 3))).isEmpty();
    assertThat(ServiceState.of(otherIndex)).isEmpty();
  }
}
