package io.raftbed.cluster.kv;

import io.raftbed.sim.Simulation;
import io.raftbed.trace.FailureKind;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What state machines replied to each command, over all servers and all time. Equal commands in
 * equal order must give equal replies (State Machine Safety, Raft paper, section 5.4.3).
 */
public final class ReplyLedger {

  private static final int SHOWN_BYTES = 48;

  /** What the first server to get there replied; a long reply is kept in part only. */
  private record First(int server, int commandHash, int replyHash, int length, byte[] shown) {}

  private final Simulation simulation;
  private final List<First> firsts = new ArrayList<>();

  /** Makes the ledger of one run. */
  public ReplyLedger(Simulation simulation) {
    this.simulation = simulation;
  }

  /**
   * Takes note of a reply; one that differs from that of another server ends the run.
   *
   * @param place how many commands the machine was given before
   */
  void replied(int server, int place, byte[] command, byte[] reply) {
    if (place >= firsts.size()) {
      firsts.add(
          new First(
              server,
              Arrays.hashCode(command),
              Arrays.hashCode(reply),
              reply.length,
              Arrays.copyOf(reply, Math.min(reply.length, SHOWN_BYTES))));
      return;
    }
    First first = firsts.get(place);
    if (first.commandHash() != Arrays.hashCode(command)) {
      differ(first, server, place, command, "were given different commands");
    } else if (first.length() != reply.length || first.replyHash() != Arrays.hashCode(reply)) {
      differ(first, server, place, reply, "replied differently");
    }
  }

  private void differ(First first, int server, int place, byte[] bytes, String how) {
    simulation.fail(
        FailureKind.SAFETY,
        "the state machines of S%d and S%d %s at command %d"
            .formatted(first.server(), server, how, place + 1),
        List.of(
            "S%d, the first one there, replied %s"
                .formatted(first.server(), show(first.shown(), first.length())),
            "S%d now has %s".formatted(server, show(bytes, bytes.length)),
            "equal commands in equal order must give equal replies on every server"));
  }

  /** Commands and replies are encoded by who made them; most hold text among other bytes. */
  private static String show(byte[] bytes, int length) {
    String text =
        new String(bytes, 0, Math.min(bytes.length, SHOWN_BYTES), StandardCharsets.US_ASCII);
    return String.format(Locale.ROOT, "\"%s\" (%d bytes)", text.replaceAll("[^ -~]", "."), length);
  }
}
