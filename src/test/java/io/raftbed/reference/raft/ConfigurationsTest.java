package io.raftbed.reference.raft;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.Configuration;
import io.raftbed.lab.LogEntry;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class ConfigurationsTest {

  private static final Configuration FOUNDERS = new Configuration.Members(List.of(0, 1, 2));
  private static final Configuration CATCH_UP =
      new Configuration.CatchUp(List.of(0, 1, 2), List.of(2, 3, 4));
  private static final Configuration JOINT =
      new Configuration.Joint(List.of(0, 1, 2), List.of(2, 3, 4));
  private static final Configuration NEW = new Configuration.Members(List.of(2, 3, 4));

  private static PersistentState log(Configuration... entries) {
    PersistentState state = new PersistentState(List.of(0, 1, 2));
    state.enterTerm(1);
    for (Configuration entry : entries) {
      state.append(new LogEntry(1, entry.command()));
    }
    return state;
  }

  @Test
  @DisplayName("§6: the latest configuration in the log is used, committed or not")
  void latest() {
    assertThat(log().configurations().latest()).isEqualTo(FOUNDERS);
    Configurations known = log(CATCH_UP, JOINT).configurations();
    assertThat(known.latest()).isEqualTo(JOINT);
    assertThat(known.latestIndex()).isEqualTo(2);
  }

  @Test
  @DisplayName("§6: it goes when its entry goes")
  void truncated() {
    PersistentState state = log(CATCH_UP, JOINT, NEW);
    state.truncateFrom(3);
    assertThat(state.configurations().latest()).isEqualTo(JOINT);
    state.truncateFrom(1);
    assertThat(state.configurations().latest()).isEqualTo(FOUNDERS);
  }

  @Test
  @DisplayName("§7: a snapshot takes the place of those that it covers, not of later ones")
  void compacted() {
    PersistentState state = log(CATCH_UP, JOINT, NEW);
    state.replaceBySnapshot(2, 1, new byte[1]);
    assertThat(state.configurations().latest()).isEqualTo(NEW);
    assertThat(state.configurations().commandAsOf(2)).isEqualTo(JOINT.command());
    state.truncateFrom(3);
    assertThat(state.configurations().latest()).isEqualTo(JOINT);
  }

  @Test
  @DisplayName("§7: the leader's snapshot brings its members where the log goes with it")
  void installed() {
    PersistentState state = log(CATCH_UP);
    state.replaceBySnapshot(9, 2, new byte[1], NEW.command());
    assertThat(state.configurations().latest()).isEqualTo(NEW);
    assertThat(state.configurations().latestIndex()).isEqualTo(9);
  }

  @Test
  @DisplayName("§6: new servers have a vote in joint consensus, not before")
  void voters() {
    Configurations catchingUp = log(CATCH_UP).configurations();
    assertThat(catchingUp.contains(3)).isTrue();
    assertThat(catchingUp.hasVoter(3)).isFalse();
    assertThat(catchingUp.hasVoter(0)).isTrue();
    Configurations joint = log(CATCH_UP, JOINT).configurations();
    assertThat(joint.hasVoter(3)).isTrue();
    assertThat(joint.hasVoter(0)).isTrue();
    assertThat(log(CATCH_UP, JOINT, NEW).configurations().hasVoter(0)).isFalse();
  }

  @Test
  @DisplayName("dissertation, 4.2.2: who leaves may be needed until C_new is committed")
  void leaving() {
    Configurations known = log(CATCH_UP, JOINT, NEW).configurations();
    assertThat(known.mayHaveVoter(0, 2)).isTrue();
    assertThat(known.mayHaveVoter(0, 3)).isFalse();
    assertThat(known.mayHaveVoter(3, 3)).isTrue();
  }
}
