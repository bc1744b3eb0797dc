package io.raftbed.net;

import static org.assertj.core.api.Assertions.assertThat;

import io.raftbed.net.NetworkBed.Answer;
import io.raftbed.net.NetworkBed.Ping;
import io.raftbed.net.NetworkBed.Pong;
import io.raftbed.sim.Delay;
import io.raftbed.sim.Outcome;
import io.raftbed.trace.FailureKind;
import io.raftbed.trace.TraceSink;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the network can do beyond labrpc, and what servers can do wrong on it. */
class NetworkFaultsTest {

  @Test
  void aOneWayCutStopsCallsInOneDirectionOnly() {
    NetworkBed.run(bed -> {
      bed.network.cut(0, 1);

      assertThat(bed.call(0, 1, new Ping(1))).isEmpty();
      assertThat(bed.call(1, 0, new Ping(2))).contains(new Pong(2));
      bed.network.heal(0, 1);
      assertThat(bed.call(0, 1, new Ping(3))).contains(new Pong(3));
    });
  }

  @Test
  void anIsolatedNodeReachesNobodyUntilItRejoins() {
    NetworkBed.run(bed -> {
      bed.network.isolate(2);
      assertThat(bed.call(2, 0, new Ping(1))).isEmpty();
      assertThat(bed.call(0, 2, new Ping(2))).isEmpty();
      assertThat(bed.call(0, 1, new Ping(3))).isPresent();

      bed.network.rejoin(2, other -> other == 0);
      assertThat(bed.call(2, 0, new Ping(4))).isPresent();
      assertThat(bed.call(0, 2, new Ping(5))).isPresent();
      assertThat(bed.call(2, 1, new Ping(6))).isEmpty();
    });
  }

  @Test
  void aNodeInTwoGroupsBridgesThem() {
    NetworkBed.run(bed -> {
      bed.network.partition(List.of(Set.of(0, 1), Set.of(1, 2)));

      assertThat(bed.network.isCut(0, 1)).isFalse();
      assertThat(bed.network.isCut(2, 1)).isFalse();
      assertThat(bed.network.isCut(0, 2)).isTrue();
      assertThat(bed.network.isCut(2, 0)).isTrue();
      bed.network.healAll();
      assertThat(bed.network.isCut(0, 2)).isFalse();
    });
  }

  @Test
  void oneLinkCanBeSlow() {
    NetworkBed.run(bed -> {
      Delay slow = Delay.millis(300);
      bed.network.use(0, 1, Profile.RELIABLE.withDelays(slow, slow));

      assertThat(bed.nanosOfCall(0, 1, new Ping(1))).isBetween(600_000_000L, 600_100_000L);
      assertThat(bed.nanosOfCall(1, 0, new Ping(2))).isLessThan(4_000_000);
    });
  }

  @Test
  void aDuplicatedRequestIsHandledTwiceOnCopiesOfItsOwn() {
    NetworkBed.run(bed -> {
      bed.network.use(Profile.RELIABLE.withChances(new Chances(0, 0, 1, 0)));
      List<Integer> seen = new ArrayList<>();
      bed.answer(
          1,
          ping -> {
            seen.add((int) ping.payload()[0]++);
            return new Pong(seen.size());
          });

      assertThat(bed.call(0, 1, new Ping(1, new byte[] {5}))).contains(new Pong(1));
      bed.sleepMillis(10);
      assertThat(seen).containsExactly(5, 5);
      assertThat(bed.network.traffic().dispatched(1)).isEqualTo(2);
      assertThat(bed.network.traffic().rpcs()).isEqualTo(1);
    });
  }

  @Test
  void aLostReplyFollowsAHandledRequest() {
    NetworkBed.run(bed -> {
      bed.network.use(0, 1, Profile.RELIABLE.withChances(new Chances(0, 1, 0, 0)));
      long start = bed.simulation.now();

      assertThat(bed.call(0, 1, new Ping(1))).isEmpty();
      assertThat(bed.handled).hasSize(1);
      // No reply comes at once: only the request has travelled.
      assertThat(bed.simulation.now() - start).isLessThan(1_600_000);
    });
  }

  @Test
  void aHeldRequestArrivesLateThroughCutsAndAReplacedServer() {
    NetworkBed.run(bed -> {
      Hold hold = bed.network.holdRequests(message -> message.to() == 1);
      Answer answer = bed.begin(0, 1, new Ping(1));
      bed.sleepMillis(5_000);
      assertThat(answer.done).isFalse();
      assertThat(hold.messages()).hasToString("[Ping[number=1, payload=empty] from 0 to 1]");

      bed.network.cut(0, 1);
      bed.boot(1);
      bed.network.heal(0, 1);
      bed.sleepMillis(1);
      assertThat(answer.done).isTrue();
      hold.release();
      bed.sleepMillis(1);

      assertThat(bed.handled).extracting(Ping::number).containsExactly(1);
      assertThat(answer.reply).isEmpty();
      assertThat(bed.call(0, 1, new Ping(2))).contains(new Pong(2));
    });
  }

  @Test
  void aHeldReplyReachesACallerThatStillWaits() {
    NetworkBed.run(bed -> {
      Hold hold = bed.network.holdReplies(message -> message.from() == 1);
      Answer answer = bed.begin(0, 1, new Ping(1));
      bed.sleepMillis(60_000);
      bed.network.cut(0, 1);
      assertThat(bed.handled).hasSize(1);
      assertThat(answer.done).isFalse();

      hold.release();
      bed.sleepMillis(1);
      assertThat(answer.reply).contains(new Pong(1));
    });
  }

  @Test
  void singleHeldMessagesAreReleasedOrDropped() {
    NetworkBed.run(bed -> {
      Hold hold = bed.network.holdRequests(message -> ((Ping) message.body()).number() < 3);
      Answer first = bed.begin(0, 1, new Ping(1));
      Answer second = bed.begin(0, 1, new Ping(2));
      assertThat(bed.call(0, 1, new Ping(3))).contains(new Pong(3));

      hold.release(message -> ((Ping) message.body()).number() == 2);
      bed.sleepMillis(10);
      assertThat(second.reply).contains(new Pong(2));
      assertThat(first.done).isFalse();

      bed.network.dropHeld();
      bed.sleepMillis(1);
      assertThat(first.done).isTrue();
      assertThat(first.reply).isEmpty();
      assertThat(bed.call(0, 1, new Ping(1))).contains(new Pong(1));
    });
  }

  @Test
  void theObserverSeesEveryStep() {
    List<String> seen = new ArrayList<>();
    NetworkObserver observer =
        new NetworkObserver() {
          @Override
          public void sent(int from, int to, Record request) {
            seen.add("sent " + from + " " + to);
          }

          @Override
          public void delivered(int from, int to, Record request) {
            seen.add("delivered " + from + " " + to);
          }

          @Override
          public void answered(int server, int caller, Record request, Record reply) {
            seen.add("answered " + server + " " + caller + " " + reply);
          }

          @Override
          public void returned(int caller, int server, Record request, Record reply) {
            seen.add("returned " + caller + " " + server + " " + reply);
          }
        };
    NetworkBed.run(1, observer, TraceSink.NONE, bed -> bed.call(0, 2, new Ping(4)));

    assertThat(seen)
        .containsExactly(
            "sent 0 2",
            "delivered 0 2",
            "answered 2 0 Pong[number=4]",
            "returned 0 2 Pong[number=4]");
  }

  record Unknown(int number) {}

  record Unsupported(Object anything) {}

  @Test
  void aRequestWithoutAHandlerFailsTheRun() {
    Verdict.Fail fail = failure(bed -> bed.call(0, 2, new Unknown(1)));

    assertThat(fail.kind()).isEqualTo(FailureKind.EXCEPTION);
    assertThat(fail.message())
        .isEqualTo("S2 has no handler for Unknown; register one with Environment.handle");
  }

  @Test
  void aHandlerThatThrowsFailsTheRun() {
    Verdict.Fail fail =
        failure(bed -> {
          bed.answer(
              2,
              ping -> {
                throw new IllegalStateException("broken");
              });
          bed.call(0, 2, new Ping(1));
        });

    assertThat(fail.kind()).isEqualTo(FailureKind.EXCEPTION);
    assertThat(fail.message()).contains("S2").contains("'Ping from 0'");
    assertThat(fail.facts().getFirst()).isEqualTo("java.lang.IllegalStateException: broken");
  }

  @Test
  void aHandlerThatReturnsNullFailsTheRun() {
    Verdict.Fail fail =
        failure(bed -> {
          bed.answer(2, ping -> nothing());
          bed.call(0, 2, new Ping(1));
        });

    assertThat(fail.kind()).isEqualTo(FailureKind.EXCEPTION);
    assertThat(fail.message())
        .isEqualTo("S2 answered Ping with null; a handler must return a reply");
  }

  @Test
  void aMessageThatCannotBeCarriedFailsTheRunEvenIfTheSenderCatchesEverything() {
    Verdict.Fail fail =
        failure(bed -> {
          try {
            bed.call(0, 2, new Unsupported("x"));
          } catch (RuntimeException e) {
            throw new AssertionError("the call must not return", e);
          }
        });

    assertThat(fail.kind()).isEqualTo(FailureKind.EXCEPTION);
    assertThat(fail.message())
        .startsWith("S0 cannot send Unsupported: Unsupported.anything is of type");
  }

  private static Verdict.Fail failure(Consumer<NetworkBed> test) {
    Outcome outcome = NetworkBed.run(1, NetworkObserver.NONE, TraceSink.NONE, test);
    assertThat(outcome.verdict()).isInstanceOf(Verdict.Fail.class);
    return (Verdict.Fail) outcome.verdict();
  }

  @SuppressWarnings("NullAway") // what a careless handler returns
  private static NetworkBed.Pong nothing() {
    return null;
  }
}
