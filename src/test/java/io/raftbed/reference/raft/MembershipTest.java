package io.raftbed.reference.raft;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.Configuration;
import io.raftbed.lab.Configuration.CatchUp;
import io.raftbed.lab.Configuration.Joint;
import io.raftbed.lab.Configuration.Members;
import io.raftbed.lab.LogEntry;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class MembershipTest {

  private static final List<Integer> OLD = List.of(0, 1, 2);
  private static final int SERVERS = 5;

  private final ServerState state =
      new ServerState(0, SERVERS, new PersistentState(new ArrayList<>(OLD)));
  private final Leadership leadership = new Leadership(state, 10);
  private final List<Integer> welcomed = new ArrayList<>();
  private final List<Integer> successors = new ArrayList<>();
  private final Membership membership =
      new Membership(state, leadership, this::welcome, successors::add);

  MembershipTest() {
    state.becomeCandidate();
    state.becomeLeader();
  }

  private void welcome(int server) {
    welcomed.add(server);
    leadership.welcome(server);
  }

  /** Servers store the whole log; then the leader goes on. */
  private void stored(int... servers) {
    int lastIndex = state.log().lastIndex();
    for (int server : servers) {
      AppendEntriesArgs args =
          new AppendEntriesArgs(state.currentTerm(), 0, 0, 0, state.log().entries(1, lastIndex), 0);
      leadership.appendEntriesReply(server, args, Given.success(state.currentTerm()));
    }
    membership.advance();
  }

  private Configuration used() {
    return state.persistent().configurations().latest();
  }

  @Test
  @DisplayName("§6: from C_old over C_old,new to C_new, new servers first without a vote")
  void phases() {
    List<Integer> next = List.of(0, 2, 3);
    assertThat(membership.change(next)).isPresent();
    assertThat(welcomed).containsExactly(3);
    assertThat(used()).isEqualTo(new CatchUp(OLD, next));
    stored(1);
    assertThat(used()).as("server 3 has not caught up").isEqualTo(new CatchUp(OLD, next));
    stored(3);
    assertThat(used()).isEqualTo(new Joint(OLD, next));
    stored(1);
    assertThat(used()).as("server 1 is not of the new ones").isEqualTo(new Joint(OLD, next));
    stored(3);
    assertThat(used()).isEqualTo(new Members(next));
    assertThat(state.commitIndex()).isEqualTo(2);
    stored(2);
    assertThat(state.commitIndex()).isEqualTo(3);
    assertThat(state.isLeader()).isTrue();
  }

  @Test
  @DisplayName("§6: only one change at a time")
  void oneAtATime() {
    assertThat(membership.change(List.of(0, 1))).isPresent();
    assertThat(used()).isEqualTo(new Joint(OLD, List.of(0, 1)));
    assertThat(membership.change(OLD)).isEmpty();
    stored(1);
    assertThat(used()).isEqualTo(new Members(List.of(0, 1)));
    assertThat(membership.change(OLD)).as("C_new is not committed").isEmpty();
    stored(1);
    assertThat(membership.change(OLD)).isPresent();
  }

  @Test
  @DisplayName("a change that waits for new servers can be given up")
  void givenUp() {
    membership.change(List.of(0, 1, 2, 3));
    stored(1);
    assertThat(membership.change(List.of(0, 1, 2, 3))).isEmpty();
    assertThat(membership.change(OLD)).isPresent();
    assertThat(used()).isEqualTo(new Members(OLD));
  }

  @Test
  @DisplayName("§6: a leader that is left out steps down when C_new is committed")
  void leaderLeaves() {
    membership.change(List.of(1, 2));
    stored(1, 2);
    assertThat(used()).isEqualTo(new Members(List.of(1, 2)));
    stored(2);
    assertThat(state.isLeader()).as("one of two is no majority").isTrue();
    stored(1);
    assertThat(state.isLeader()).isFalse();
    assertThat(successors).hasSize(1);
    assertThat(membership.mayStand()).isFalse();
  }

  @Test
  @DisplayName("§6: servers that were removed are not heard, members are")
  void disregards() {
    assertThat(membership.disregards(4, () -> false)).as("a leader hears no stranger").isTrue();
    state.stepDown();
    assertThat(membership.disregards(4, () -> true)).isTrue();
    assertThat(membership.disregards(4, () -> false)).isFalse();
    assertThat(membership.disregards(1, () -> true)).isFalse();
  }

  @Test
  @DisplayName("a new server counts when it has what the leader's log held as the two first met")
  void caughtUp() {
    for (int i = 0; i < 8; i++) {
      state.persistent().append(entry());
    }
    leadership.welcome(3);
    int term = state.currentTerm();
    AppendEntriesArgs first = new AppendEntriesArgs(term, 0, 8, 1, List.of(), 0);
    leadership.appendEntriesReply(3, first, new AppendEntriesReply(term, false, -1, -1, 0));
    AppendEntriesArgs half = new AppendEntriesArgs(term, 0, 0, 0, state.log().entries(1, 4), 0);
    leadership.appendEntriesReply(3, half, Given.success(term));
    assertThat(leadership.isCaughtUp(3, 2)).isFalse();
    AppendEntriesArgs all = new AppendEntriesArgs(term, 0, 4, 1, state.log().entries(5, 8), 0);
    leadership.appendEntriesReply(3, all, Given.success(term));
    assertThat(leadership.isCaughtUp(3, 2)).isTrue();
  }

  @Test
  @DisplayName("a leader may be new itself: it lacks nothing")
  void leaderIsNew() {
    state.persistent().append(entry());
    assertThat(leadership.isCaughtUp(0, 1)).isTrue();
  }

  @Test
  @DisplayName("who takes part does so for ever, also when its log is cut")
  void takesPartForEver() {
    PersistentState persistent = new PersistentState(List.of());
    persistent.append(entry());
    persistent.append(entry());
    persistent.metLeader(2, true);
    assertThat(persistent.takesPart()).isTrue();
    persistent.metLeader(2, false);
    persistent.truncateFrom(2);
    persistent.metLeader(9, true);
    assertThat(persistent.takesPart()).isTrue();
  }

  @Test
  @DisplayName("a server that joins takes part when it has what the leader held as they met")
  void joins() {
    PersistentState persistent = new PersistentState(List.of());
    ServerState joining = new ServerState(3, SERVERS, persistent);
    Membership rules =
        new Membership(joining, new Leadership(joining, 10), server -> {}, server -> {});
    persistent.metLeader(0, true);
    assertThat(persistent.takesPart()).as("nothing was shown").isFalse();
    persistent.metLeader(2, true);
    persistent.metLeader(7, false);
    assertThat(rules.disregards(0, () -> false)).isTrue();
    persistent.append(entry());
    persistent.append(entry());
    assertThat(persistent.takesPart()).isTrue();
    assertThat(rules.disregards(0, () -> false)).isFalse();
    assertThat(rules.mayStand()).as("it is no member yet").isFalse();
  }

  private static LogEntry entry() {
    return new LogEntry(1, new byte[1]);
  }
}
