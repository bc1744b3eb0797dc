package io.raftbed.cluster;

import io.raftbed.lab.Environment;
import io.raftbed.lab.Raft;
import io.raftbed.lab.RaftState;
import io.raftbed.lab.Started;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * Not Raft: it saves what it is given, and leads all the while. A command that begins with "later"
 * is saved asynchronously, any other before start returns; one such as "3+x" follows the first
 * three bytes that were given last.
 */
final class SavingServer implements Raft {

  private final Environment environment;
  private final List<String> heard;
  private int index;

  /**
   * Makes one.
   *
   * @param heard takes what it found as it was made, and what became durable, and when
   */
  SavingServer(Environment environment, List<String> heard) {
    this.environment = environment;
    this.heard = heard;
    hear("found " + text(environment.persister().raftState()));
  }

  @Override
  public Optional<Started> start(byte[] command) {
    if (text(command).startsWith("later")) {
      CompletableFuture<Void> saved = environment.persister().saveAsync(command, new byte[0]);
      var unused = saved.thenRun(() -> hear("durable " + text(command)));
    } else if (text(command).matches("\\d\\+.*")) {
      String[] parts = text(command).split("\\+", 2);
      byte[] suffix = parts[1].getBytes(StandardCharsets.US_ASCII);
      environment.persister().saveSuffix(Integer.parseInt(parts[0]), suffix);
      hear("saved " + text(command));
    } else {
      environment.persister().save(command, new byte[0]);
      hear("saved " + text(command));
    }
    return Optional.of(new Started(++index, 1));
  }

  private void hear(String what) {
    heard.add("S" + environment.me() + " " + what);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }

  @Override
  public RaftState state() {
    return new RaftState(1, true);
  }

  @Override
  public void snapshot(int upTo, byte[] snapshot) {}
}
