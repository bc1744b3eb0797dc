package io.raftbed.cluster;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.AppendEntriesReply;
import io.raftbed.lab.Configuration;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.InstallSnapshotReply;
import io.raftbed.lab.LogEntry;
import io.raftbed.lab.Started;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A leader commits by counting replicas only up to an entry of its own term (Raft paper, sections
 * 5.3 and 5.4.2): no leaderCommit and no snapshot goes beyond what a quorum had acknowledged to the
 * leader of some term T, up to an entry of term T.
 *
 * <p>Why a single number for all terms is enough: what was once committed so stays committed (who
 * lacks it is {@link LeaderCompleteness}'s business), and a server may carry its commitIndex from
 * an earlier leadership, or from its snapshot, into a later one. Everything in doubt is counted in
 * the leader's favour: an acknowledgement counts when it was answered, even if its reply is lost or
 * its term field was read late, and the leader always counts itself.
 *
 * <p>Where members change, a quorum is one of the latest configuration in the leader's log (section
 * 6), as far as messages have shown it; that a leader in joint consensus may have gone over to the
 * new members by itself and not have told yet is reckoned with.
 */
final class CommitRule implements Invariant {
  private final Electorates electorates;
  private final Violations violations;
  private final Map<Integer, Leadership> leaderships = new HashMap<>();
  private int committed;

  CommitRule(Electorates electorates, Violations violations) {
    this.electorates = electorates;
    this.violations = violations;
  }

  @Override
  public void wiped(int node) {
    leaderships.values().forEach(leadership -> leadership.match[node] = 0);
  }

  @Override
  public void sent(int from, int to, Record request) {
    switch (request) {
      case AppendEntriesArgs args -> {
        Leadership leadership = leadership(args.term(), from);
        leadership.show(args);
        if (leadership.mayDecideAlone()) {
          committed = Math.max(committed, args.leaderCommit());
        }
        check(from, args.term(), "leaderCommit", args.leaderCommit());
      }
      case InstallSnapshotArgs args -> {
        if (isDecidedAlone(from, args)) {
          committed = Math.max(committed, args.lastIncludedIndex());
        }
        check(from, args.term(), "lastIncludedIndex", args.lastIncludedIndex());
      }
      default -> {}
    }
  }

  @Override
  public void answered(int server, int caller, Record request, Record reply) {
    if (request instanceof AppendEntriesArgs args
        && reply instanceof AppendEntriesReply answer
        && answer.success()) {
      int index = args.prevLogIndex() + args.entries().size();
      leadership(args.term(), caller).acknowledge(server, index);
    } else if (request instanceof InstallSnapshotArgs args
        && reply instanceof InstallSnapshotReply answer
        && answer.term() <= args.term()) {
      leadership(args.term(), caller).acknowledge(server, args.lastIncludedIndex());
    }
  }

  @Override
  public void changesMembers(int node, Started started) {
    leadership(started.term(), node).changes(started.index());
  }

  private Leadership leadership(int term, int leader) {
    Leadership known = leaderships.get(term); // asked so often that a lambda would be dear
    if (known == null) {
      known = new Leadership(term, leader);
      leaderships.put(term, known);
    }
    return known;
  }

  /** By the configuration that the snapshot has, and in whatever term. */
  private boolean isDecidedAlone(int leader, InstallSnapshotArgs args) {
    return !electorates.areFixed()
        && electorates
            .at(args.lastIncludedIndex(), args.lastIncludedTerm())
            .map(c -> Electorate.of(c).decides(server -> server == leader))
            .orElse(true);
  }

  private void check(int leader, int term, String field, int index) {
    if (index > committed) {
      Leadership leadership = leadership(term, leader);
      violations.broken(
          "S"
              + leader
              + ", leader of term "
              + term
              + ", takes index "
              + index
              + " for committed, which is not",
          List.of(violations.now(leader)),
          field + " is " + index + "; committed is index " + committed,
          "acknowledged in term " + term + ": " + leadership.acknowledged(),
          leadership.ownEntries(),
          "needed: " + leadership.electorate.map(Electorate::needed).orElse("not known"));
    }
  }

  /** What one term's leader has shown and what it was told. */
  private final class Leadership {
    private final int term;
    private final int leader;
    private final int[] match = new int[electorates.servers()];

    /** Where its own term's entries begin; terms never fall along a log, so all after are its. */
    private int firstOwn = Integer.MAX_VALUE;

    private int replicated;

    /** Where its log ends, as far as it has shown it. */
    private int lastShown;

    /** Up to where its log goes for certain, though no message has shown it yet. */
    private int unshown;

    /** Whether it may have decided alone before a change that it has not shown yet. */
    private boolean aloneBefore;

    /** By whom it decides; empty while that cannot be told. */
    private Optional<Electorate> electorate;

    /** The same, in case that it has ended joint consensus by now. */
    private Optional<Electorate> next;

    Leadership(int term, int leader) {
      this.term = term;
      this.leader = leader;
      use(electorates.areFixed() ? electorates.at(0, 0) : Optional.empty());
    }

    void show(AppendEntriesArgs args) {
      if (args.prevLogTerm() == term) {
        firstOwn = Math.min(firstOwn, args.prevLogIndex());
      }
      for (int i = 0; i < args.entries().size() && args.prevLogIndex() + 1 + i < firstOwn; i++) {
        if (args.entries().get(i).term() == term) {
          firstOwn = args.prevLogIndex() + 1 + i;
        }
      }
      if (!electorates.areFixed()) {
        showMembers(args);
      }
    }

    private void showMembers(AppendEntriesArgs args) {
      int last = args.prevLogIndex() + args.entries().size();
      if (last >= lastShown) {
        countBefore(args);
        lastShown = last;
        use(lastShown < unshown ? Optional.empty() : electorates.at(last, termOfLast(args)));
        count();
      }
    }

    /** What precedes a configuration may have been committed by those before. */
    private void countBefore(AppendEntriesArgs args) {
      int index = args.prevLogIndex();
      if (index >= lastShown) {
        use(electorates.at(index, args.prevLogTerm()));
      }
      for (LogEntry entry : args.entries()) {
        index++;
        if (index > lastShown && Configuration.of(entry.command()).isPresent()) {
          lastShown = index - 1;
          count();
          use(electorates.at(index, entry.term()));
        }
      }
    }

    private static int termOfLast(AppendEntriesArgs args) {
      return args.entries().isEmpty() ? args.prevLogTerm() : args.entries().getLast().term();
    }

    private void use(Optional<Configuration> configuration) {
      electorate = configuration.map(Electorate::of);
      next = configuration.map(Electorate::after);
    }

    void changes(int index) {
      if (index > lastShown) {
        aloneBefore = mayDecideAlone();
        unshown = index;
        use(Optional.empty());
      }
    }

    /**
     * Whether nobody else need have what it says is committed: one server alone tells nobody, and
     * goes on to decide alone while those that it is to take in catch up. It may be so, too, where
     * an earlier leader's configuration was never shown.
     */
    boolean mayDecideAlone() {
      if (electorates.areFixed()) {
        return false;
      }
      return lastShown < unshown ? aloneBefore : electorate.isEmpty() || isAlone();
    }

    private boolean isAlone() {
      return electorate
          .filter(deciders -> deciders.decides(server -> server == leader))
          .isPresent();
    }

    void acknowledge(int server, int index) {
      if (server != leader && index > match[server]) {
        match[server] = index;
        if (index > replicated && mayHaveMore()) {
          count();
        }
      }
    }

    /** Most acknowledgements change nothing; to look costs less than to sort. */
    private boolean mayHaveMore() {
      int having = 1; // the leader
      for (int index : match) {
        having += index > replicated ? 1 : 0;
      }
      return having > match.length / 2 || !electorates.areFixed();
    }

    private void count() {
      replicated = Math.max(replicated, reachedBy(electorate));
      if (!electorates.areFixed()) {
        replicated = Math.max(replicated, reachedBy(next));
      }
      if (replicated >= firstOwn) {
        committed = Math.max(committed, replicated);
      }
    }

    private int reachedBy(Optional<Electorate> deciders) {
      return deciders.isPresent()
          ? deciders.get().reachedByMajority(this::reached)
          : Arrays.stream(match).max().orElse(0);
    }

    private int reached(int server) {
      if (server != leader) {
        return match[server];
      }
      return electorates.areFixed() ? Integer.MAX_VALUE : lastShown;
    }

    String acknowledged() {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < match.length; i++) {
        text.append(i == 0 ? "S" : ", S").append(i);
        text.append(i == leader ? " leads" : " up to " + match[i]);
      }
      return text.toString();
    }

    String ownEntries() {
      return firstOwn == Integer.MAX_VALUE
          ? "it has shown no entry of its own term"
          : "its own term's entries begin at index " + firstOwn;
    }
  }
}
