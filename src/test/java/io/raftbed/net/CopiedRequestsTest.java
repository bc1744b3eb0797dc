package io.raftbed.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.net.NetworkBed.Answer;
import io.raftbed.net.NetworkBed.Ping;
import io.raftbed.net.NetworkBed.Pong;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Copies of requests, which a test delivers whenever it likes. */
class CopiedRequestsTest {

  private static List<Integer> handled(NetworkBed bed) {
    return bed.handled.stream().map(Ping::number).toList();
  }

  @Test
  void aCopyIsHandledAfterLaterRequestsOfItsCaller() {
    NetworkBed.run(bed -> {
      Hold copies = bed.network.copyRequests(message -> message.to() == 1);
      assertThat(bed.call(0, 1, new Ping(1))).contains(new Pong(1));
      copies.close();
      assertThat(bed.call(0, 1, new Ping(2))).contains(new Pong(2));
      assertThat(copies.messages()).hasSize(1);

      copies.release();
      bed.sleepMillis(10);
      assertThat(handled(bed)).containsExactly(1, 2, 1);
      assertThat(bed.network.traffic().rpcs()).isEqualTo(2);
    });
  }

  @Test
  void aCopyReachesTheNextBootOfItsServer() {
    NetworkBed.run(bed -> {
      Hold copies = bed.network.copyRequests(message -> true);
      bed.call(0, 1, new Ping(1));
      bed.boot(1);

      copies.release();
      bed.sleepMillis(10);
      assertThat(handled(bed)).containsExactly(1, 1);
    });
  }

  @Test
  void aCopyMayBeAnsweredInPlaceOfAHeldRequest() {
    NetworkBed.run(bed -> {
      Hold requests = bed.network.holdRequests(message -> true);
      Hold copies = bed.network.copyRequests(message -> true);
      Answer answer = bed.begin(0, 1, new Ping(1));
      bed.sleepMillis(10);
      assertThat(answer.done).isFalse();

      copies.release();
      bed.sleepMillis(10);
      assertThat(answer.reply).contains(new Pong(1));
      requests.release();
      bed.sleepMillis(10);
      assertThat(handled(bed)).containsExactly(1, 1);
    });
  }

  @Test
  void aCopyThatReachesNobodyEndsNoCall() {
    NetworkBed.run(bed -> {
      Hold copies = bed.network.copyRequests(message -> true);
      Hold replies = bed.network.holdReplies(message -> true);
      Answer answer = bed.begin(0, 1, new Ping(1));
      bed.sleepMillis(10);
      bed.network.cut(0, 1);

      copies.release();
      bed.sleepMillis(10_000);
      assertThat(answer.done).isFalse();
      replies.release();
      bed.sleepMillis(10);
      assertThat(answer.reply).contains(new Pong(1));
      assertThat(handled(bed)).containsExactly(1);
    });
  }

  @Test
  void droppedCopiesWereNeverThere() {
    NetworkBed.run(bed -> {
      Hold copies = bed.network.copyRequests(message -> ((Ping) message.body()).number() < 3);
      bed.call(0, 1, new Ping(1));
      bed.network.dropHeld();
      bed.call(0, 1, new Ping(2));

      assertThat(copies.messages()).isEmpty();
      bed.sleepMillis(10);
      assertThat(handled(bed)).containsExactly(1, 2);
    });
  }

  @Test
  void repliesAreNotCopied() {
    NetworkBed.run(bed -> {
      Hold copies = bed.network.copyRequests(message -> message.from() == 1);
      bed.call(0, 1, new Ping(1));

      assertThat(copies.messages()).isEmpty();
    });
  }
}
