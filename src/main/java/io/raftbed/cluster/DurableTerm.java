package io.raftbed.cluster;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.InstallSnapshotReply;
import io.raftbed.lab.RequestVoteArgs;
import io.raftbed.lab.RequestVoteReply;

/**
 * currentTerm is durable (Raft paper, Figure 2): after a restart no message of a server carries a
 * lower term than one that it sent before.
 *
 * <p>Within one life the terms of messages may fall, because threads send what they made earlier;
 * only a boot raises the bar. Replies with a term below 1 are let pass: some implementations leave
 * the field unset where the caller does not look at it.
 */
final class DurableTerm implements Invariant {
  private final Violations violations;
  private final int[] shown;
  private final int[] shownBeforeBoot;

  DurableTerm(int servers, Violations violations) {
    this.violations = violations;
    shown = new int[servers];
    shownBeforeBoot = new int[servers];
  }

  @Override
  public void booted(int node) {
    shownBeforeBoot[node] = shown[node];
  }

  @Override
  public void sent(int from, int to, Record request) {
    switch (request) {
      case RequestVoteArgs args -> show(from, args.term(), "RequestVote");
      case AppendEntriesArgs args -> show(from, args.term(), "AppendEntries");
      case InstallSnapshotArgs args -> show(from, args.term(), "InstallSnapshot");
      default -> {}
    }
  }

  @Override
  public void answered(int server, int caller, Record request, Record reply) {
    int term =
        switch (reply) {
          case RequestVoteReply answer -> answer.term();
          case AppendEntriesReply answer -> answer.term();
          case InstallSnapshotReply answer -> answer.term();
          default -> 0;
        };
    if (term > 0) {
      show(server, term, "its reply to S" + caller);
    }
  }

  private void show(int server, int term, String message) {
    if (term < shownBeforeBoot[server]) {
      violations.broken(
          "S" + server + " forgot its term over a restart",
          "before the restart it showed term " + shownBeforeBoot[server],
          "now " + message + " carries term " + term);
    }
    shown[server] = Math.max(shown[server], term);
  }
}
