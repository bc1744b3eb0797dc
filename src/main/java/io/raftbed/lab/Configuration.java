package io.raftbed.lab;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Who the members of a cluster are (Raft paper, section 6), by the ids of servers. It stands in the
 * log as an entry whose command is {@link #command()}: so testbed and servers know it from others,
 * and its index, commitment and truncation are those of any entry.
 *
 * <p>An implementation of single-server changes (dissertation, section 4.1) goes from one {@link
 * Members} to the next; one of joint consensus has a {@link Joint} between two of them.
 */
public sealed interface Configuration {

  /** Returns what a server knows that was told of no member yet. */
  static Configuration none() {
    return new Members(List.of());
  }

  /** Returns the servers that decide, with {@link Joint} those of the old set. */
  List<Integer> members();

  /**
   * The members, all of which vote.
   *
   * @param members their ids, ascending
   */
  record Members(List<Integer> members) implements Configuration {
    public Members {
      members = List.copyOf(members);
    }
  }

  /**
   * A change has begun: the old members decide, and new servers are brought up to date without a
   * vote.
   *
   * @param members the ids of the old members, ascending
   * @param next the ids of the members to be, ascending
   */
  record CatchUp(List<Integer> members, List<Integer> next) implements Configuration {
    public CatchUp {
      members = List.copyOf(members);
      next = List.copyOf(next);
    }
  }

  /**
   * Joint consensus: each decision needs a majority of the old members and one of the new.
   *
   * @param members the ids of the old members, ascending
   * @param next the ids of the new members, ascending
   */
  record Joint(List<Integer> members, List<Integer> next) implements Configuration {
    public Joint {
      members = List.copyOf(members);
      next = List.copyOf(next);
    }
  }

  /** Returns the command of its log entry: readable, as in {@code #joint 0 1 2 | 1 2 3}. */
  default byte[] command() {
    String text =
        switch (this) {
          case Members(var members) -> "#members " + Text.show(members);
          case CatchUp(var members, var next) ->
              "#catch-up " + Text.show(members) + " | " + Text.show(next);
          case Joint(var members, var next) ->
              "#joint " + Text.show(members) + " | " + Text.show(next);
        };
    return text.getBytes(US_ASCII);
  }

  /** Reads the command of a log entry; empty when it is anything else but a configuration. */
  static Optional<Configuration> of(byte[] command) {
    return command.length > 0 && command[0] == '#' ? Text.read(command) : Optional.empty();
  }

  /** The words of {@link #command()}. */
  final class Text {
    private static final String IDS = "(\\d{1,9}(?: \\d{1,9})*)";
    private static final Pattern MEMBERS = Pattern.compile("#members (?:" + IDS + ")?");
    private static final Pattern CHANGE =
        Pattern.compile("#(catch-up|joint) " + IDS + " \\| " + IDS);

    private Text() {}

    private static String show(List<Integer> ids) {
      return ids.stream().map(String::valueOf).collect(Collectors.joining(" "));
    }

    private static Optional<Configuration> read(byte[] command) {
      String text = new String(command, US_ASCII);
      Matcher members = MEMBERS.matcher(text);
      if (members.matches()) {
        String listed = members.group(1);
        return Optional.of(new Members(listed == null ? List.of() : ids(listed)));
      }
      Matcher change = CHANGE.matcher(text);
      if (!change.matches()) {
        return Optional.empty();
      }
      List<Integer> before = ids(change.group(2));
      List<Integer> next = ids(change.group(3));
      return Optional.of(
          change.group(1).equals("joint") ? new Joint(before, next) : new CatchUp(before, next));
    }

    private static List<Integer> ids(String text) {
      return Arrays.stream(text.split(" ")).map(Integer::valueOf).toList();
    }
  }
}
