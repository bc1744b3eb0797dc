package io.raftbed.reference.raft;

import io.raftbed.lab.Configuration;
import io.raftbed.lab.LogEntry;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/**
 * §6: who the members are, as this server's log tells it. A server "always uses the latest
 * configuration in its log, regardless of whether the entry is committed": so it comes and goes
 * with its entry. The first one is older than the log: that of the snapshot, or the founders'.
 */
final class Configurations {

  /** Stands for the founders, whom each boot is told of. */
  static final byte[] FOUNDERS = {};

  private final Configuration founders;
  private final List<Entry> entries = new ArrayList<>();

  /** One configuration, and what follows from it. */
  private record Entry(
      int index, Configuration configuration, byte[] command, Quorum quorum, BitSet servers) {

    static Entry of(int index, Configuration configuration, byte[] command) {
      Quorum old = new Majority(configuration.members());
      BitSet servers = new BitSet();
      configuration.members().forEach(servers::set);
      Quorum quorum =
          switch (configuration) {
            case Configuration.Members _ -> old;
            case Configuration.CatchUp(_, var next) -> {
              next.forEach(servers::set);
              yield old;
            }
            case Configuration.Joint(_, var next) -> {
              next.forEach(servers::set);
              yield new Quorum.Joint(old, new Majority(next));
            }
          };
      return new Entry(index, configuration, command, quorum, servers);
    }

    boolean hasVoter(int server) {
      return switch (configuration) {
        case Configuration.Joint _ -> servers.get(server);
        default -> configuration.members().contains(server);
      };
    }
  }

  /**
   * What is known where a log begins.
   *
   * @param lastIncludedIndex it begins after this index
   * @param command states the configuration as of there, or is {@link #FOUNDERS}
   * @throws IllegalArgumentException if it is neither
   */
  Configurations(List<Integer> founders, int lastIncludedIndex, byte[] command) {
    this.founders = new Configuration.Members(founders);
    entries.add(first(lastIncludedIndex, command));
  }

  private Entry first(int index, byte[] command) {
    return command.length == 0
        ? Entry.of(index, founders, FOUNDERS)
        : Entry.of(
            index,
            Configuration.of(command)
                .orElseThrow(
                    () -> new IllegalArgumentException("these bytes state no configuration")),
            command);
  }

  /** The configuration in use. */
  Configuration latest() {
    return entries.getLast().configuration();
  }

  /** Where it stands in the log; where the log begins, if it is older. */
  int latestIndex() {
    return entries.getLast().index();
  }

  /** Who decides now. */
  Quorum quorum() {
    return entries.getLast().quorum();
  }

  /** Whether a server is in the configuration in use, be it without a vote. */
  boolean contains(int server) {
    return entries.getLast().servers().get(server);
  }

  /** Whether a server was in the configuration before the one in use. */
  boolean contained(int server) {
    return entries.size() > 1 && entries.get(entries.size() - 2).servers().get(server);
  }

  /** Whether a server votes by the configuration in use. */
  boolean hasVoter(int server) {
    return entries.getLast().hasVoter(server);
  }

  /** Whether a server votes by a configuration that may be in force, as far as is committed. */
  boolean mayHaveVoter(int server, int commitIndex) {
    for (int i = entries.size() - 1; i >= 0; i--) {
      if (entries.get(i).hasVoter(server)) {
        return true;
      }
      if (entries.get(i).index() <= commitIndex) {
        return false;
      }
    }
    return false;
  }

  /** Returns what states the configuration as of an index that is not older than the first. */
  byte[] commandAsOf(int index) {
    int position = entries.size() - 1;
    while (position > 0 && entries.get(position).index() > index) {
      position--;
    }
    return entries.get(position).command();
  }

  /** Takes note of a new entry of the log. */
  void appended(int index, LogEntry entry) {
    Configuration.of(entry.command())
        .ifPresent(stated -> entries.add(Entry.of(index, stated, entry.command())));
  }

  /** Forgets what stood at an index, and all that followed it. */
  void truncatedFrom(int index) {
    while (latestIndex() >= index && entries.size() > 1) {
      entries.removeLast();
    }
  }

  /**
   * §7: a snapshot took the place of the log up to an index.
   *
   * @param command states the configuration as of that index
   * @param lastIndex where the log ends now
   */
  void compactedTo(int index, byte[] command, int lastIndex) {
    entries.removeIf(entry -> entry.index() <= index || entry.index() > lastIndex);
    entries.addFirst(first(index, command));
  }
}
