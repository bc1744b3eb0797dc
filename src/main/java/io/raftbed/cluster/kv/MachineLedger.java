package io.raftbed.cluster.kv;

import com.google.common.hash.Hashing;
import io.raftbed.cluster.PairTable;
import io.raftbed.sim.Simulation;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.Moment;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/**
 * What state machines made of each command, over all servers and all time. Equal commands in equal
 * order must give equal replies and equal states (State Machine Safety, Raft paper, section 5.4.3),
 * and a client's change that comes again must not change the state again (section 8).
 *
 * <p>States are compared where machines offer {@link io.raftbed.lab.kv.StateMachine#stateHash}.
 */
public final class MachineLedger {

  private static final int SHOWN_BYTES = 48;

  /** What the first server to get there has; a long reply is kept in part only. */
  private record First(
      Moment moment, int commandHash, int replyHash, int length, byte[] shown, OptionalLong state) {
    int server() {
      return moment.node();
    }
  }

  private final Simulation simulation;
  private final boolean commandsDiffer;
  private final List<First> firsts = new ArrayList<>();

  /** Where a command stands that changed the state, by a hash so long that no two collide. */
  private final PairTable changes = new PairTable();

  private MachineLedger(Simulation simulation, boolean commandsDiffer) {
    this.simulation = simulation;
    this.commandsDiffer = commandsDiffer;
  }

  /** Makes the ledger of a run in which the same command can mean something new. */
  public static MachineLedger ofCommands(Simulation simulation) {
    return new MachineLedger(simulation, false);
  }

  /**
   * Makes the ledger of a run in which clients' changes differ, by their sequence or by the version
   * that they name: one that comes again is a retry or a late duplicate.
   */
  public static MachineLedger ofChanges(Simulation simulation) {
    return new MachineLedger(simulation, true);
  }

  /**
   * Takes note of a command; a reply or a state that differs from that of another server ends the
   * run, and so does a change that is made twice.
   *
   * @param place how many commands the machine was given before
   * @param before the hash of the state before the command
   * @param after the hash of the state after it
   */
  void applied(
      int server,
      int place,
      byte[] command,
      byte[] reply,
      OptionalLong before,
      OptionalLong after) {
    if (place < firsts.size()) {
      compare(firsts.get(place), server, place, command, reply, after);
      return;
    }
    firsts.add(
        new First(
            new Moment(server, simulation.now()),
            Arrays.hashCode(command),
            Arrays.hashCode(reply),
            reply.length,
            Arrays.copyOf(reply, Math.min(reply.length, SHOWN_BYTES)),
            after));
    if (commandsDiffer && !before.equals(after)) {
      long fingerprint = Hashing.farmHashFingerprint64().hashBytes(command).asLong();
      int high = (int) (fingerprint >> Integer.SIZE);
      int low = (int) fingerprint;
      long earlier = changes.get(high, low);
      if (earlier != PairTable.ABSENT) {
        changedTwice(server, (int) earlier, place, command);
      }
      changes.put(high, low, place);
    }
  }

  /**
   * Takes note of a restored snapshot; a state that is not that of the servers that applied the
   * commands ends the run.
   *
   * @param place how many commands the snapshot covers
   * @param state the hash of the restored state
   */
  void restored(int server, int place, OptionalLong state) {
    if (place < 1 || place > firsts.size()) {
      return;
    }
    First first = firsts.get(place - 1);
    if (disagree(first.state(), state)) {
      fail(
          "S%d restored a snapshot to another state than S%d had after command %d"
              .formatted(server, first.server(), place),
          first,
          hashes(first, server, state),
          "a snapshot must hold the whole state, what is remembered of clients too");
    }
  }

  private void compare(
      First first, int server, int place, byte[] command, byte[] reply, OptionalLong state) {
    if (first.commandHash() != Arrays.hashCode(command)) {
      fail(
          "the state machines of S%d and S%d were given different commands at command %d"
              .formatted(first.server(), server, place + 1),
          first,
          "S%d was given %s".formatted(server, show(command, command.length)),
          "what is submitted must be applied in one order on every server");
    } else if (first.length() != reply.length || first.replyHash() != Arrays.hashCode(reply)) {
      fail(
          "the state machines of S%d and S%d replied differently at command %d"
              .formatted(first.server(), server, place + 1),
          first,
          "S%d, the first one there, replied %s"
              .formatted(first.server(), show(first.shown(), first.length())),
          "S%d now replied %s".formatted(server, show(reply, reply.length)),
          "equal commands in equal order must give equal replies on every server");
    } else if (disagree(first.state(), state)) {
      fail(
          "the state machines of S%d and S%d have different states after command %d"
              .formatted(first.server(), server, place + 1),
          first,
          hashes(first, server, state),
          "the command is " + show(command, command.length),
          "equal commands in equal order must give equal states on every server");
    }
  }

  /** A machine that offers no hash disagrees with none. */
  private static boolean disagree(OptionalLong one, OptionalLong other) {
    return one.isPresent() && other.isPresent() && one.getAsLong() != other.getAsLong();
  }

  private void changedTwice(int server, int earlier, int place, byte[] command) {
    fail(
        "S%d made the same change twice: command %d is command %d again"
            .formatted(server, place + 1, earlier + 1),
        firsts.get(earlier),
        "the command is " + show(command, command.length),
        "StateMachine.stateHash moved both times",
        "a change that a client tries again, or that comes late, must take effect once");
  }

  private void fail(String message, First clashing, String... facts) {
    simulation.fail(FailureKind.SAFETY, message, List.of(facts), List.of(clashing.moment()));
  }

  private static String hashes(First first, int server, OptionalLong state) {
    return "StateMachine.stateHash: S%d %x, S%d %x"
        .formatted(first.server(), first.state().orElse(0), server, state.orElse(0));
  }

  /** Commands and replies are encoded by who made them; most hold text among other bytes. */
  private static String show(byte[] bytes, int length) {
    String text =
        new String(bytes, 0, Math.min(bytes.length, SHOWN_BYTES), StandardCharsets.US_ASCII);
    return String.format(Locale.ROOT, "\"%s\" (%d bytes)", text.replaceAll("[^ -~]", "."), length);
  }
}
