package io.raftbed.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.Configuration;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.LogEntry;
import io.raftbed.lab.RequestVoteArgs;
import io.raftbed.lab.RequestVoteReply;
import io.raftbed.lab.Started;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The invariants about majorities, where members change. */
class ChangingMembersTest {

  private static final List<Integer> OLD = List.of(0, 1, 2);
  private static final List<Integer> NEW = List.of(2, 3, 4);
  private static final Configuration JOINT = new Configuration.Joint(OLD, NEW);
  private static final Configuration CATCH_UP = new Configuration.CatchUp(OLD, NEW);
  private static final Configuration AFTER = new Configuration.Members(NEW);

  private static History cluster(Invariant.Factory factory) {
    return new History(Electorates.changing(5, OLD), factory);
  }

  /** A message of S0 with a log of configurations only. */
  private static AppendEntriesArgs log(int term, int commit, Configuration... entries) {
    List<LogEntry> log =
        Arrays.stream(entries).map(entry -> new LogEntry(1, entry.command())).toList();
    return new AppendEntriesArgs(term, 0, 0, 0, log, commit);
  }

  private static History elected(int candidate, int lastLogIndex, int... voters) {
    History history = cluster(ElectionSafety::new).send(0, 1, log(1, 0, CATCH_UP, JOINT, AFTER));
    int objections = history.objections().size();
    assertThat(objections).as("term 1 was led by S0, of whose votes nothing is known").isZero();
    RequestVoteArgs ballot = new RequestVoteArgs(2, candidate, lastLogIndex, 1);
    for (int voter : voters) {
      history
          .ask(candidate, voter, ballot)
          .answerVote(voter, ballot, new RequestVoteReply(2, true));
    }
    return history.send(
        candidate, candidate == 0 ? 1 : 0, new AppendEntriesArgs(2, candidate, 3, 1, List.of(), 0));
  }

  @Test
  void oldMembersElectBeforeJointConsensus() {
    assertThat(elected(1, 1, 0).objections()).isEmpty();
    assertThat(elected(1, 1, 3, 4).objections()).hasSize(1);
  }

  @Test
  void jointConsensusNeedsBothMajorities() {
    assertThat(elected(2, 2, 1, 3).objections()).isEmpty();
    assertThat(elected(2, 2, 3, 4).objections())
        .containsExactly(
            "S2 leads term 2 without a majority: votes of term 2: S2, S3, S4 (itself included);"
                + " needed: 2 of S0, S1, S2 and 2 of S2, S3, S4");
    assertThat(elected(1, 2, 0, 2).objections()).hasSize(1);
  }

  @Test
  void newMembersElectAloneInTheEnd() {
    assertThat(elected(3, 3, 4).objections()).isEmpty();
    assertThat(elected(3, 3, 0, 1).objections()).hasSize(1);
  }

  @Test
  void whoLeavesMayStillBeElectedByTheOthers() {
    assertThat(elected(1, 3, 2, 3).objections()).isEmpty();
  }

  @Test
  void aLogThatNobodyHasSeenIsNotJudged() {
    assertThat(elected(3, 9, 0).objections()).isEmpty();
  }

  @Test
  void jointConsensusCommitsWithBothMajorities() {
    AppendEntriesArgs all = log(1, 0, CATCH_UP, JOINT);
    History history =
        cluster(CommitRule::new)
            .replicate(0, 1, all)
            .replicate(0, 3, all)
            .send(0, 4, log(1, 1, CATCH_UP, JOINT));
    assertThat(history.objections()).as("one of the new members is no majority").hasSize(1);
    history.ack(4, 0, all).send(0, 2, log(1, 2, CATCH_UP, JOINT));
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void serversThatCatchUpDoNotCount() {
    AppendEntriesArgs all = log(1, 0, CATCH_UP);
    History history =
        cluster(CommitRule::new)
            .replicate(0, 3, all)
            .replicate(0, 4, all)
            .send(0, 1, log(1, 1, CATCH_UP));
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void aLeaderMayHaveLeftJointConsensusUnseen() {
    AppendEntriesArgs all = log(1, 0, CATCH_UP, JOINT);
    History history =
        cluster(CommitRule::new)
            .send(0, 1, all)
            .replicate(0, 2, all)
            .replicate(0, 3, all)
            .send(0, 1, log(1, 2, CATCH_UP, JOINT));
    assertThat(history.objections()).isEmpty();
  }

  @Test
  void oneServerAloneCommitsWhatItHas() {
    History history =
        new History(Electorates.changing(3, List.of(0)), CommitRule::new)
            .changesMembers(0, new Started(2, 1))
            .send(
                0,
                1,
                log(
                    1,
                    1,
                    new Configuration.Members(List.of(0)),
                    new Configuration.Members(List.of(0, 1))));
    assertThat(history.objections()).as("the second entry is for two to commit").isEmpty();
    history.send(
        0,
        1,
        log(1, 2, new Configuration.Members(List.of(0)), new Configuration.Members(List.of(0, 1))));
    assertThat(history.objections()).hasSize(1);
  }

  @Test
  void oneServerAloneMayHaveDecidedWhatAnEarlierLeaderNeverShowed() {
    AppendEntriesArgs first =
        new AppendEntriesArgs(2, 0, 1, 1, List.of(new LogEntry(2, new byte[] {1})), 2);
    History history = new History(Electorates.changing(3, List.of(0)), CommitRule::new);
    assertThat(history.changesMembers(0, new Started(1, 1)).send(0, 1, first).objections())
        .isEmpty();
  }

  @Test
  void oneServerAloneSendsSnapshotsOfWhatItDecidedUnseen() {
    assertThat(snapshotOf(new Configuration.CatchUp(List.of(0), List.of(1))).objections())
        .isEmpty();
    assertThat(snapshotOf(new Configuration.Members(List.of(0, 1))).objections()).hasSize(1);
    assertThat(snapshotOf(new Configuration.Members(List.of(1))).objections()).hasSize(1);
  }

  @Test
  void oneServerAloneDecidedWhatPrecedesAChangeThoughItHasShownNothing() {
    LogEntry first = new LogEntry(2, new byte[] {1});
    byte[] both = new Configuration.Members(List.of(0, 1)).command();
    History history =
        new History(Electorates.changing(3, List.of(0)), CommitRule::new)
            .changesMembers(0, new Started(2, 2))
            .send(0, 1, new AppendEntriesArgs(2, 0, 0, 0, List.of(first), 1));
    assertThat(history.objections()).isEmpty();
    history.send(0, 1, new AppendEntriesArgs(2, 0, 0, 0, List.of(first, new LogEntry(2, both)), 2));
    assertThat(history.objections()).as("its change is for others to commit, too").hasSize(1);
  }

  private static History snapshotOf(Configuration members) {
    return new History(Electorates.changing(3, List.of(0)), CommitRule::new)
        .changesMembers(0, new Started(3, 2))
        .sendSnapshot(0, 2, new InstallSnapshotArgs(2, 0, 2, 1, members.command(), new byte[0]));
  }

  @Test
  void oneServerAloneShowsItsLogPieceByPiece() {
    Configuration alone = new Configuration.CatchUp(List.of(0), List.of(1));
    History history =
        new History(Electorates.changing(3, List.of(0)), CommitRule::new)
            .send(0, 1, log(1, 3, alone));
    assertThat(history.objections()).isEmpty();
    history.changesMembers(0, new Started(2, 1)).send(0, 1, log(1, 4, alone));
    assertThat(history.objections()).isEmpty();
    history.send(0, 1, log(1, 2, alone, new Configuration.Members(List.of(0, 1))));
    assertThat(history.objections()).isEmpty();
    history.send(0, 1, log(1, 5, alone, new Configuration.Members(List.of(0, 1))));
    assertThat(history.objections()).as("its change is for others to commit, too").hasSize(1);
  }
}
