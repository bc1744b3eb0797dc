package io.raftbed.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import io.raftbed.lab.ApplyMsg;
import io.raftbed.sim.OneNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

class HandoffTest {

  private static ApplyMsg command(int index) {
    return new ApplyMsg.Command(index, new byte[] {1});
  }

  private static List<ApplyMsg> commands(int from, int to) {
    return IntStream.rangeClosed(from, to).mapToObj(HandoffTest::command).toList();
  }

  @FunctionalInterface
  private interface Sending {
    void run() throws InterruptedException;
  }

  private static Thread start(Sending sending) {
    return Thread.ofVirtual()
        .start(() -> {
          try {
            sending.run();
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        });
  }

  /** Takes some messages, with a pause before each one. */
  private static List<Integer> take(Handoff channel, int count) throws InterruptedException {
    List<Integer> taken = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      Thread.sleep(1);
      taken.add(((ApplyMsg.Command) channel.take()).index());
    }
    return taken;
  }

  @Test
  @DisplayName("one message or several: the service gets each, in order")
  void inOrder() {
    OneNode.passes(() -> {
      Handoff channel = new Handoff();
      Thread sender =
          start(() -> {
            channel.send(command(1));
            channel.sendAll(commands(2, 4));
            channel.sendAll(List.of());
            channel.sendAll(commands(5, 5));
            channel.send(command(6));
          });
      assertThat(take(channel, 6)).containsExactly(1, 2, 3, 4, 5, 6);
      sender.join();
    });
  }

  @Test
  @DisplayName("the sender of several goes on when the service has the last one, not before")
  void waitsForTheLast() {
    OneNode.passes(() -> {
      Handoff channel = new Handoff();
      Thread sender = start(() -> channel.sendAll(commands(1, 3)));
      take(channel, 2);
      Thread.sleep(100);
      assertThat(sender.isAlive()).isTrue();
      take(channel, 1);
      sender.join();
    });
  }

  @Test
  @DisplayName("a sender that is interrupted takes back what the service does not have yet")
  void interrupted() {
    OneNode.passes(() -> {
      Handoff channel = new Handoff();
      Thread sender =
          Thread.ofVirtual()
              .start(() ->
                  assertThatExceptionOfType(InterruptedException.class)
                      .isThrownBy(() -> channel.sendAll(commands(1, 3))));
      take(channel, 1);
      sender.interrupt();
      sender.join();
      Thread next = start(() -> channel.send(command(7)));
      assertThat(take(channel, 1)).containsExactly(7);
      next.join();
    });
  }

  @Test
  @DisplayName("nothing is sent of a list in which a message is missing")
  void missing() {
    Handoff channel = new Handoff();
    assertThatNullPointerException()
        .isThrownBy(() -> channel.sendAll(Arrays.asList(command(1), null)))
        .withMessage("ApplyChannel.sendAll was given null");
  }

  @Test
  @SuppressWarnings("NullAway") // as a student's code may
  @DisplayName("a snapshot without bytes fails where it is sent")
  void withoutBytes() {
    Handoff channel = new Handoff();
    assertThatNullPointerException()
        .isThrownBy(() -> channel.send(new ApplyMsg.Snapshot(1, 1, null)))
        .withMessage("ApplyChannel.send was given a Snapshot without bytes");
  }
}
