package io.raftbed.net;

import static java.util.concurrent.TimeUnit.MICROSECONDS;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.net.NetworkBed.Answer;
import io.raftbed.net.NetworkBed.Ping;
import io.raftbed.net.NetworkBed.Pong;
import io.raftbed.sim.Delay;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.TraceSink;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** The network semantics of the labrpc profile, one test for each rule. */
class NetworkTest {

  private static final int PING_BYTES = 4 + 4;
  private static final int PONG_BYTES = 4;

  @Test
  void aReliableCallTakesASmallSeededLatencyEachWay() {
    NetworkBed.run(bed -> {
      LongStream.Builder times = LongStream.builder();
      for (int i = 0; i < 200; i++) {
        assertThat(bed.call(0, 1, new Ping(i))).contains(new Pong(i));
        times.add(bed.nanosOfCall(0, 1, new Ping(i)));
      }
      var statistics = times.build().summaryStatistics();
      assertThat(statistics.getMin()).isGreaterThanOrEqualTo(MICROSECONDS.toNanos(200));
      assertThat(statistics.getMax()).isLessThan(MICROSECONDS.toNanos(3_020));
      assertThat(statistics.getMax() - statistics.getMin())
          .isGreaterThan(MICROSECONDS.toNanos(1_500));
    });
  }

  @Test
  void senderAndReceiverShareNoArray() {
    NetworkBed.run(bed -> {
      bed.answer(
          1,
          ping -> {
            ping.payload()[0]++;
            return new Pong(ping.payload()[0]);
          });
      Ping sent = new Ping(1, new byte[] {7});
      Answer answer = bed.begin(0, 1, sent);
      bed.simulation.sleep(MICROSECONDS.toNanos(50));
      sent.payload()[0] = 100;
      bed.sleepMillis(10);

      assertThat(answer.reply).contains(new Pong(8));
      assertThat(sent.payload()).containsExactly(100);
    });
  }

  /** A server that tidies its message up must not change what it is judged by. */
  @Test
  void whatAHandlerChangesInItsMessageNobodyElseSees() {
    List<Record> judged = new ArrayList<>();
    NetworkObserver observer =
        new NetworkObserver() {
          @Override
          public void answered(int server, int caller, Record request, Record reply) {
            judged.add(request);
          }
        };
    NetworkBed.run(
        1,
        observer,
        TraceSink.NONE,
        bed -> {
          bed.answer(
              1,
              ping -> {
                ping.payload()[0] = 0;
                return new Pong(1);
              });
          bed.call(0, 1, new Ping(1, new byte[] {7}));
        });
    assertThat(judged)
        .singleElement()
        .satisfies(seen -> assertThat(((Ping) seen).payload()).containsExactly(7));
  }

  @Test
  void countsCallsRequestBytesReplyBytesAndDispatches() {
    NetworkBed.run(bed -> {
      bed.call(0, 1, new Ping(1));
      Traffic traffic = bed.network.traffic();
      assertThat(traffic.rpcs()).isEqualTo(1);
      assertThat(traffic.bytes()).isEqualTo(PING_BYTES + PONG_BYTES);
      assertThat(traffic.dispatched(1)).isEqualTo(1);

      bed.network.cut(0, 1);
      bed.call(0, 1, new Ping(2));
      assertThat(traffic.rpcs()).isEqualTo(2);
      assertThat(traffic.bytes()).isEqualTo(2 * PING_BYTES + PONG_BYTES);
      assertThat(traffic.dispatched(1)).isEqualTo(1);
      assertThat(traffic.dispatched(0)).isZero();
    });
  }

  @Test
  void aCallOverACutLinkAnswersNoReplyAfterUpToSevenSeconds() {
    NetworkBed.run(bed -> {
      bed.network.cut(0, 1);
      assertNoReplyWithin(bed, MILLISECONDS.toNanos(6_999));
    });
  }

  @Test
  void aCallToADeadServerAnswersNoReplyAfterUpToSevenSeconds() {
    NetworkBed.run(bed -> {
      bed.crash(1);
      assertNoReplyWithin(bed, MILLISECONDS.toNanos(6_999));
    });
  }

  @Test
  void shortDelaysAnswerNoReplyAfterUpToAHundredMilliseconds() {
    NetworkBed.run(bed -> {
      bed.network.use(Profile.RELIABLE.withShortNoReply());
      bed.network.cut(0, 1);
      assertNoReplyWithin(bed, MILLISECONDS.toNanos(99));
    });
  }

  private static void assertNoReplyWithin(NetworkBed bed, long nanos) {
    long start = bed.simulation.now();
    List<Answer> answers =
        IntStream.range(0, 500).mapToObj(i -> bed.begin(0, 1, new Ping(i))).toList();
    bed.sleepMillis(8_000);
    long slack = MILLISECONDS.toNanos(2);

    assertThat(answers).allMatch(answer -> answer.done && answer.reply.isEmpty());
    var waits = answers.stream().mapToLong(answer -> answer.at - start).summaryStatistics();
    assertThat(waits.getMax()).isBetween(nanos * 97 / 100, nanos + slack);
    assertThat(waits.getMin()).isLessThan(nanos * 3 / 100 + slack);
    assertThat(waits.getAverage()).isBetween(nanos * 0.45, nanos * 0.55 + slack);
    assertThat(bed.handled).isEmpty();
  }

  @Test
  void anUnreliableNetworkDelaysRequestsAndLosesATenthOfThemAndOfTheReplies() {
    NetworkBed.run(bed -> {
      bed.network.use(Profile.UNRELIABLE);
      long start = bed.simulation.now();
      List<Answer> answers =
          IntStream.range(0, 5_000).mapToObj(i -> bed.begin(0, 1, new Ping(i))).toList();
      bed.sleepMillis(1_000);

      assertThat(answers).allMatch(answer -> answer.done);
      assertThat(bed.handled).hasSizeBetween(4_400, 4_600);
      long replies = answers.stream().filter(answer -> answer.reply.isPresent()).count();
      assertThat(replies).isBetween(bed.handled.size() * 88L / 100, bed.handled.size() * 92L / 100);
      var ends = answers.stream().mapToLong(answer -> answer.at - start).summaryStatistics();
      assertThat(ends.getMax()).isBetween(MILLISECONDS.toNanos(26), MILLISECONDS.toNanos(26 + 10));
    });
  }

  @Test
  void longReorderingDelaysTwoThirdsOfTheReplies() {
    NetworkBed.run(bed -> {
      bed.network.use(Profile.UNRELIABLE.withLongReordering());
      long start = bed.simulation.now();
      List<Answer> answers =
          IntStream.range(0, 3_000).mapToObj(i -> bed.begin(0, 1, new Ping(i))).toList();
      bed.sleepMillis(3_000);

      long[] waits =
          answers.stream()
              .filter(answer -> answer.reply.isPresent())
              .mapToLong(answer -> answer.at - start)
              .toArray();
      long late = LongStream.of(waits).filter(wait -> wait > MILLISECONDS.toNanos(200)).count();
      assertThat((double) late / waits.length).isBetween(0.63, 0.70);
      assertThat(LongStream.of(waits).max().orElseThrow())
          .isBetween(MILLISECONDS.toNanos(1_900), MILLISECONDS.toNanos(2_250));
    });
  }

  @Test
  void aCutEndsACallWhoseHandlerRuns() {
    NetworkBed.run(bed -> {
      answerSlowly(bed);
      Answer answer = bed.begin(0, 1, new Ping(1));
      bed.sleepMillis(100);
      bed.network.cut(0, 1);
      bed.sleepMillis(1);

      assertThat(answer.done).isTrue();
      assertThat(answer.reply).isEmpty();
    });
  }

  @Test
  void aReplacedServerEndsTheCallsThatItHandled() {
    NetworkBed.run(bed -> {
      answerSlowly(bed);
      Answer answer = bed.begin(0, 1, new Ping(1));
      bed.sleepMillis(100);
      bed.boot(1);
      bed.sleepMillis(1);

      assertThat(answer.done).isTrue();
      assertThat(answer.reply).isEmpty();
      assertThat(bed.call(0, 1, new Ping(2))).contains(new Pong(2));
    });
  }

  @Test
  void aCutInTheOtherDirectionDoesNotEndACall() {
    NetworkBed.run(bed -> {
      answerSlowly(bed);
      Answer answer = bed.begin(0, 1, new Ping(1));
      bed.sleepMillis(100);
      bed.network.cut(1, 0);
      bed.sleepMillis(2_000);

      assertThat(answer.reply).contains(new Pong(1));
      assertThat(bed.call(1, 0, new Ping(2))).isEmpty();
    });
  }

  @Test
  void aReplyOnItsWayArrivesThroughACutAndACrashOfItsSender() {
    NetworkBed.run(bed -> {
      bed.network.use(Profile.RELIABLE.withDelays(Delay.millis(1), Delay.millis(1_000)));
      Answer answer = bed.begin(0, 1, new Ping(1));
      bed.sleepMillis(500);
      bed.network.cut(0, 1);
      bed.crash(1);
      bed.sleepMillis(400);
      assertThat(answer.done).isFalse();
      bed.sleepMillis(200);

      assertThat(answer.reply).contains(new Pong(1));
    });
  }

  @Test
  void aRequestThatReachesACutLinkIsLost() {
    NetworkBed.run(bed -> {
      bed.network.use(Profile.RELIABLE.withDelays(Delay.millis(100), Delay.millis(1)));
      Answer answer = bed.begin(0, 1, new Ping(1));
      bed.sleepMillis(50);
      bed.network.cut(0, 1);
      bed.sleepMillis(1);
      assertThat(answer.done).isTrue();
      bed.sleepMillis(200);

      assertThat(bed.handled).isEmpty();
    });
  }

  @Test
  void theCallsOfACrashedCallerAreForgotten() {
    List<TraceEvent> trace =
        NetworkBed.trace(bed -> {
          answerSlowly(bed);
          bed.begin(0, 1, new Ping(1));
          bed.sleepMillis(100);
          bed.crash(0);
          bed.sleepMillis(2_000);
        });

    assertThat(trace)
        .extracting(TraceEvent::kind)
        .containsExactly(EventKind.SEND, EventKind.DELIVER, EventKind.REPLY);
  }

  @Test
  void tracesTheWayOfACall() {
    List<TraceEvent> trace = NetworkBed.trace(bed -> bed.call(2, 1, new Ping(1)));

    assertThat(trace)
        .extracting(e -> e.node() + " " + e.kind() + " " + e.detail())
        .containsExactly(
            "2 SEND Ping[number=1, payload=empty] to 1",
            "1 DELIVER Ping[number=1, payload=empty] from 2",
            "1 REPLY Pong[number=1] to 2",
            "2 RETURN Pong[number=1] from 1");
  }

  @Test
  void eachRequestIsHandledOnAThreadOfItsOwnNamedAfterIt() {
    NetworkBed.run(bed -> {
      List<String> names = new ArrayList<>();
      List<Thread> threads = new ArrayList<>();
      bed.answer(
          1,
          ping -> {
            names.add(Thread.currentThread().getName());
            threads.add(Thread.currentThread());
            return new Pong(0);
          });
      bed.call(2, 1, new Ping(1));
      bed.call(2, 1, new Ping(2));

      assertThat(names).containsOnly("Ping from 2");
      assertThat(threads).hasSize(2).doesNotHaveDuplicates();
    });
  }

  @Test
  void oneMoreMessageOnALinkShiftsNothingOnAnother() {
    List<Long> quiet = delaysFromZeroToOne(0);
    List<Long> busy = delaysFromZeroToOne(20);

    assertThat(busy).isEqualTo(quiet);
  }

  /** Returns when requests from 0 arrived at 1, after the moment of sending. */
  private static List<Long> delaysFromZeroToOne(int callsOnAnotherLink) {
    List<Long> sent = new ArrayList<>();
    List<Long> delays = new ArrayList<>();
    TraceSink sink =
        event -> {
          if (event.kind() == EventKind.SEND && event.node() == 0) {
            sent.add(event.virtualNanos());
          }
          if (event.kind() == EventKind.DELIVER && event.node() == 1) {
            delays.add((event.virtualNanos() - sent.getLast()) / MICROSECONDS.toNanos(10));
          }
        };
    NetworkBed.run(
        1,
        NetworkObserver.NONE,
        sink,
        bed -> {
          for (int i = 0; i < 20; i++) {
            if (i < callsOnAnotherLink) {
              bed.begin(2, 0, new Ping(-1));
            }
            bed.call(0, 1, new Ping(i));
          }
        });
    return delays;
  }

  private static void answerSlowly(NetworkBed bed) {
    bed.answer(
        1,
        ping -> {
          bed.simulation.sleep(SECONDS.toNanos(1));
          return new Pong(ping.number());
        });
  }
}
