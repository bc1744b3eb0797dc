package io.raftbed.reference.raft;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.ApplyMsg;
import io.raftbed.lab.InstallSnapshotArgs;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class DeliveryTest {

  private static final byte[] SNAPSHOT = {7};

  private static List<Integer> indexes(List<ApplyMsg> messages) {
    return messages.stream()
        .map(msg ->
            switch (msg) {
              case ApplyMsg.Command(int index, var command) -> index;
              case ApplyMsg.Snapshot(int index, int term, var bytes) -> -index;
            })
        .toList();
  }

  @Test
  @DisplayName("§5.3: nothing that is not committed is applied")
  void onlyCommitted() {
    assertThat(new Delivery(Given.follower(3, 1, 1, 1)).isDue()).isFalse();
  }

  @Test
  @DisplayName("§5.3: what is committed is applied once, in log order")
  void inOrder() {
    ServerState state = Given.follower(3, 1, 1, 1, 1, 1);
    Delivery delivery = new Delivery(state);
    state.commitTo(2);
    assertThat(delivery.isDue()).isTrue();
    assertThat(indexes(delivery.take())).containsExactly(1, 2);
    assertThat(delivery.isDue()).isFalse();
    state.commitTo(4);
    assertThat(indexes(delivery.take())).containsExactly(3, 4);
    assertThat(state.lastApplied()).isEqualTo(4);
  }

  @Test
  @DisplayName("§5.3: a command is applied as it stands in the log")
  void command() {
    ServerState state = Given.follower(3, 1, 1, 1);
    state.commitTo(2);
    assertThat(new Delivery(state).take().getLast())
        .isEqualTo(new ApplyMsg.Command(2, state.log().entryAt(2).command()));
  }

  @Test
  @DisplayName("§7, rule 8: an installed snapshot is applied before what follows it, and only once")
  void snapshotFirst() {
    ServerState state = Given.follower(3, 1, 1, 1, 1, 1, 1);
    Delivery delivery = new Delivery(state);
    state.commitTo(1);
    delivery.take();
    new Snapshots(state).installSnapshot(new InstallSnapshotArgs(1, 1, 3, 1, SNAPSHOT));
    state.commitTo(5);
    List<ApplyMsg> due = delivery.take();
    assertThat(indexes(due)).containsExactly(-3, 4, 5);
    assertThat(due.getFirst()).isEqualTo(new ApplyMsg.Snapshot(3, 1, SNAPSHOT));
    assertThat(delivery.isDue()).isFalse();
  }

  @Test
  @DisplayName("§7: of two snapshots only the newer one is applied")
  void newerSnapshotOnly() {
    ServerState state = Given.follower(3, 1);
    Delivery delivery = new Delivery(state);
    new Snapshots(state).installSnapshot(new InstallSnapshotArgs(1, 1, 3, 1, SNAPSHOT));
    new Snapshots(state).installSnapshot(new InstallSnapshotArgs(1, 1, 8, 1, SNAPSHOT));
    assertThat(indexes(delivery.take())).containsExactly(-8);
  }

  @Test
  @DisplayName("§7: the service's own snapshot is not sent back to it")
  void ownSnapshot() {
    ServerState state = Given.follower(3, 1, 1, 1, 1);
    Delivery delivery = new Delivery(state);
    state.commitTo(2);
    delivery.take();
    new Snapshots(state).taken(2, SNAPSHOT);
    state.commitTo(3);
    assertThat(indexes(delivery.take())).containsExactly(3);
  }
}
