package io.raftbed.cluster;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.InstallSnapshotReply;
import io.raftbed.lab.RequestVoteArgs;
import io.raftbed.lab.RequestVoteReply;
import io.raftbed.trace.Moment;
import java.util.Arrays;
import java.util.List;

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
  private final Shown[] highest;
  private final Shown[] beforeBoot;

  /** The highest term that a server has shown, and when it first did. */
  private record Shown(int term, Moment at) {}

  DurableTerm(Electorates electorates, Violations violations) {
    this.violations = violations;
    highest = new Shown[electorates.servers()];
    Arrays.setAll(highest, node -> new Shown(0, new Moment(node, 0)));
    beforeBoot = highest.clone();
  }

  @Override
  public void booted(int node) {
    beforeBoot[node] = highest[node];
  }

  @Override
  public void wiped(int node) {
    highest[node] = new Shown(0, violations.now(node));
    beforeBoot[node] = highest[node];
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
    Shown before = beforeBoot[server];
    if (term < before.term()) {
      violations.broken(
          "S" + server + " forgot its term over a restart",
          List.of(before.at(), violations.now(server)),
          "before the restart it showed term " + before.term(),
          "now " + message + " carries term " + term);
    }
    if (term > highest[server].term()) {
      highest[server] = new Shown(term, violations.now(server));
    }
  }
}
