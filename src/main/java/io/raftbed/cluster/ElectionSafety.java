package io.raftbed.cluster;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.Configuration;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.RequestVoteArgs;
import io.raftbed.lab.RequestVoteReply;
import io.raftbed.trace.Moment;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Election Safety (Raft paper, Figure 3): at most one server leads a term, and it leads because a
 * majority of distinct servers, itself included, granted it their votes of that very term. Where
 * members change, majorities are those of the latest configuration in the candidate's log (section
 * 6).
 *
 * <p>A server leads a term when it sends AppendEntries or InstallSnapshot of that term; a message
 * of an older term that leaves late still speaks for the older term. A vote counts from the moment
 * the voter answered, delivered or not, which only errs in the leader's favour. Where nobody ever
 * used the lab's RequestVote, votes travel in messages of the server's own and cannot be counted.
 */
final class ElectionSafety implements Invariant {
  private final Electorates electorates;
  private final Violations violations;

  /** By term: who was first to show that it leads. */
  private final Map<Integer, Moment> leaders = new HashMap<>();

  /** By term: when votes were granted. */
  private final Map<Integer, List<Moment>> votes = new HashMap<>();

  /** (term, candidate + 1) to the set of servers that granted it their vote, one bit each. */
  private final PairTable grants = new PairTable();

  /** (term, candidate + 1) to index and term of the last entry of its log. */
  private final PairTable candidates = new PairTable();

  private boolean votesAreVisible;

  ElectionSafety(Electorates electorates, Violations violations) {
    this.electorates = electorates;
    this.violations = violations;
  }

  @Override
  public void sent(int from, int to, Record request) {
    switch (request) {
      case RequestVoteArgs args -> {
        votesAreVisible = true;
        candidates.put(args.term(), from + 1, position(args.lastLogIndex(), args.lastLogTerm()));
      }
      case AppendEntriesArgs args -> leads(from, args.term());
      case InstallSnapshotArgs args -> leads(from, args.term());
      default -> {}
    }
  }

  @Override
  public void answered(int server, int caller, Record request, Record reply) {
    if (request instanceof RequestVoteArgs args
        && reply instanceof RequestVoteReply answer
        && answer.voteGranted()) {
      long before = voters(args.term(), caller);
      grants.put(args.term(), caller + 1, before | 1L << server);
      if ((before & 1L << server) == 0) {
        votes.computeIfAbsent(args.term(), _ -> new ArrayList<>()).add(violations.now(server));
      }
    }
  }

  private void leads(int server, int term) {
    Moment first = leaders.get(term);
    if (first == null) {
      leaders.put(term, violations.now(server));
      checkElected(server, term);
    } else if (first.node() != server) {
      int leader = first.node();
      violations.broken(
          "two leaders in term " + term + ": S" + leader + " and S" + server,
          moments(term, first, violations.now(server)),
          "votes granted to S" + leader + ": " + names(voters(term, leader)),
          "votes granted to S" + server + ": " + names(voters(term, server)));
    }
  }

  private void checkElected(int server, int term) {
    long voters = voters(term, server) | 1L << server;
    Optional<Configuration> configuration = configuration(term, server);
    if (!votesAreVisible || configuration.isEmpty()) {
      return;
    }
    Electorate electorate = Electorate.of(configuration.get());
    if (!electorate.decides(voter -> (voters & 1L << voter) != 0)) {
      violations.broken(
          "S" + server + " leads term " + term + " without a majority",
          moments(term, violations.now(server)),
          "votes of term " + term + ": " + names(voters) + " (itself included)",
          "needed: " + electorate.needed());
    }
  }

  /** Returns the latest configuration in the log of a candidate; empty when it is not known. */
  private Optional<Configuration> configuration(int term, int candidate) {
    if (electorates.areFixed()) {
      return electorates.at(0, 0);
    }
    long position = candidates.get(term, candidate + 1);
    return position == PairTable.ABSENT
        ? Optional.empty()
        : electorates.at((int) (position >>> Integer.SIZE), (int) position);
  }

  private static long position(int index, int term) {
    return (long) index << Integer.SIZE | term & 0xFFFF_FFFFL;
  }

  private List<Moment> moments(int term, Moment... leads) {
    return Stream.concat(votes.getOrDefault(term, List.of()).stream(), Stream.of(leads)).toList();
  }

  private long voters(int term, int candidate) {
    long voters = grants.get(term, candidate + 1);
    return voters == PairTable.ABSENT ? 0 : voters;
  }

  private static String names(long voters) {
    StringBuilder names = new StringBuilder();
    for (long rest = voters; rest != 0; rest &= rest - 1) {
      names.append(names.isEmpty() ? "S" : ", S").append(Long.numberOfTrailingZeros(rest));
    }
    return names.isEmpty() ? "none" : names.toString();
  }
}
