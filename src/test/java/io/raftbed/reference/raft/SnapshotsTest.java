package io.raftbed.reference.raft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.raftbed.lab.InstallSnapshotArgs;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

  private static final byte[] OLD = {1};
  private static final byte[] NEW = {2};

  private static void install(ServerState state, int index, int term) {
    new Snapshots(state)
        .installSnapshot(new InstallSnapshotArgs(state.currentTerm(), 1, index, term, NEW));
  }

  private static ServerState applied(int upTo, int... logTerms) {
    ServerState state = Given.follower(3, 9, logTerms);
    state.commitTo(upTo);
    state.appliedTo(upTo);
    return state;
  }

  @Test
  @DisplayName("§7: a snapshot of the service takes the place of the log up to its index")
  void taken() {
    ServerState state = applied(3, 1, 1, 2, 2);
    new Snapshots(state).taken(3, NEW);
    assertThat(state.log().lastIncludedIndex()).isEqualTo(3);
    assertThat(state.log().lastIncludedTerm()).isEqualTo(2);
    assertThat(Given.terms(state.log())).containsExactly(2);
    assertThat(state.persistent().snapshot()).isEqualTo(NEW);
    assertThat(state.persistent().isSaved()).isFalse();
  }

  @Test
  @DisplayName("§7: a snapshot overtaken by a newer one is ignored")
  void takenLate() {
    ServerState state = applied(3, 1, 1, 2, 2);
    new Snapshots(state).taken(3, NEW);
    new Snapshots(state).taken(2, OLD);
    new Snapshots(state).taken(3, OLD);
    assertThat(state.log().lastIncludedIndex()).isEqualTo(3);
    assertThat(state.persistent().snapshot()).isEqualTo(NEW);
  }

  @Test
  @DisplayName("§7: nobody can have a snapshot of what was not applied")
  void takenTooFar() {
    ServerState state = applied(2, 1, 1, 2, 2);
    assertThatIllegalArgumentException().isThrownBy(() -> new Snapshots(state).taken(3, NEW));
  }

  @Test
  @DisplayName("§5.1, rule 1: a leader of an older term installs nothing and learns the term")
  void olderLeader() {
    ServerState state = Given.follower(3, 9, 1);
    InstallSnapshotArgs args = new InstallSnapshotArgs(8, 1, 5, 2, NEW);
    assertThat(new Snapshots(state).installSnapshot(args).term()).isEqualTo(9);
    assertThat(state.log().lastIncludedIndex()).isZero();
  }

  @Test
  @DisplayName("§5.1, §5.2: a snapshot of a later term's leader is followed like any message")
  void laterLeader() {
    ServerState state = Given.leader(3, 4, 1);
    InstallSnapshotArgs args = new InstallSnapshotArgs(8, 1, 5, 2, NEW);
    assertThat(new Snapshots(state).installSnapshot(args).term()).isEqualTo(8);
    assertThat(state.isLeader()).isFalse();
  }

  @Test
  @DisplayName("§7, rule 6: what follows the snapshot's last entry is kept")
  void keepsSuffix() {
    ServerState state = Given.follower(3, 9, 1, 2, 2, 3, 3);
    install(state, 3, 2);
    assertThat(state.log().lastIncludedIndex()).isEqualTo(3);
    assertThat(Given.terms(state.log())).containsExactly(3, 3);
    assertThat(state.commitIndex()).isEqualTo(3);
  }

  @Test
  @DisplayName("§7, rule 7: a log without the snapshot's last entry is dropped whole")
  void dropsLog() {
    ServerState conflicting = Given.follower(3, 9, 1, 1, 1, 1, 1);
    install(conflicting, 3, 2);
    assertThat(Given.terms(conflicting.log())).isEmpty();
    assertThat(conflicting.log().lastIndex()).isEqualTo(3);
    ServerState tooShort = Given.follower(3, 9, 1, 1);
    install(tooShort, 7, 4);
    assertThat(tooShort.log().lastIndex()).isEqualTo(7);
    assertThat(tooShort.log().lastTerm()).isEqualTo(4);
    assertThat(tooShort.commitIndex()).isEqualTo(7);
  }

  @Test
  @DisplayName("§7, rule 5: the snapshot is saved together with the log that continues it")
  void saved() {
    ServerState state = Given.follower(3, 9, 1, 1);
    install(state, 7, 4);
    assertThat(state.persistent().isSaved()).isFalse();
    assertThat(state.persistent().snapshot()).isEqualTo(NEW);
  }

  @Test
  @DisplayName("§7: a late snapshot of what is committed here changes nothing")
  void lateSnapshot() {
    ServerState state = applied(4, 1, 1, 2, 2, 3);
    install(state, 3, 2);
    install(state, 4, 2);
    assertThat(state.log().lastIncludedIndex()).isZero();
    assertThat(Given.terms(state.log())).containsExactly(1, 1, 2, 2, 3);
    assertThat(state.persistent().isSaved()).isTrue();
  }
}
