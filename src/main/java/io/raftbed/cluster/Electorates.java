package io.raftbed.cluster;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.lab.Configuration;
import io.raftbed.lab.InstallSnapshotArgs;
import io.raftbed.lab.LogEntry;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Which configuration is in force for a server whose log ends at some index with some term: the
 * latest one in that log (Raft paper, section 6). Index and term of an entry determine all that
 * precedes it (Log Matching, section 5.3), so what messages show of logs is enough.
 *
 * <p>Entries that no message has shown yet are unknown; a judge lets them pass.
 */
final class Electorates {

  private final int servers;
  private final boolean fixed;
  private final List<Configuration> configurations = new ArrayList<>();

  /** (index, term) to the place of the configuration in the list. */
  private final PairTable known = new PairTable();

  private Electorates(int servers, boolean fixed, List<Integer> founders) {
    this.servers = servers;
    this.fixed = fixed;
    configurations.add(new Configuration.Members(founders));
  }

  /** All of so many servers, for ever. */
  static Electorates fixed(int servers) {
    return new Electorates(servers, true, IntStream.range(0, servers).boxed().toList());
  }

  /** Members that change, of so many servers. */
  static Electorates changing(int servers, List<Integer> founders) {
    return new Electorates(servers, false, founders);
  }

  static Electorates of(ClusterOptions options) {
    return options.membersChange()
        ? changing(options.servers(), options.founders())
        : fixed(options.servers());
  }

  /** How many servers there are, members or not. */
  int servers() {
    return servers;
  }

  /** Whether the members never change. */
  boolean areFixed() {
    return fixed;
  }

  /** Takes note of what a message shows, before anybody judges it. */
  void sent(Record request) {
    if (fixed) {
      return;
    }
    switch (request) {
      case AppendEntriesArgs args -> learn(args);
      case InstallSnapshotArgs args ->
          Configuration.of(args.configuration())
              .ifPresent(c -> learn(args.lastIncludedIndex(), args.lastIncludedTerm(), c));
      default -> {}
    }
  }

  private void learn(AppendEntriesArgs args) {
    int index = args.prevLogIndex();
    long place = place(index, args.prevLogTerm());
    for (LogEntry entry : args.entries()) {
      index++;
      Optional<Configuration> stated = Configuration.of(entry.command());
      if (stated.isPresent()) {
        learn(index, entry.term(), stated.get());
        place = place(index, entry.term());
      } else if (place != PairTable.ABSENT) {
        known.put(index, entry.term(), place);
      }
    }
  }

  private void learn(int index, int term, Configuration configuration) {
    if (place(index, term) == PairTable.ABSENT) {
      known.put(index, term, configurations.size());
      configurations.add(configuration);
    }
  }

  private long place(int index, int term) {
    return index == 0 ? 0 : known.get(index, term);
  }

  /** Returns the configuration of a log that ends so; empty when no message has shown it. */
  Optional<Configuration> at(int index, int term) {
    long place = fixed ? 0 : place(index, term);
    return place == PairTable.ABSENT
        ? Optional.empty()
        : Optional.of(configurations.get((int) place));
  }
}
