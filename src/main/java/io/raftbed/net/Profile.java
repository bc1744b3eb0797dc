package io.raftbed.net;

import static java.util.concurrent.TimeUnit.MICROSECONDS;

import io.raftbed.sim.Delay;

/**
 * How a link treats the messages of the calls that go over it.
 *
 * @param request how long a request travels
 * @param reply how long a reply travels
 * @param chances loss, duplication and reordering
 * @param reordered how long a reordered reply travels
 * @param noReply how long a call over a cut link or to a dead server waits before it learns that no
 *     reply comes
 */
public record Profile(Delay request, Delay reply, Chances chances, Delay reordered, Delay noReply) {

  private static final Delay SMALL_LATENCY =
      new Delay.Uniform(MICROSECONDS.toNanos(100), MICROSECONDS.toNanos(1_500));
  private static final Delay REORDERED =
      new Delay.LongTail(MICROSECONDS.toNanos(200_000), MICROSECONDS.toNanos(2_200_000));
  private static final Delay LONG_NO_REPLY = Delay.millis(0, 6_999);
  private static final Delay SHORT_NO_REPLY = Delay.millis(0, 99);

  /** No loss; each message takes 0.1 to 1.5 ms, so that orders vary from seed to seed. */
  public static final Profile RELIABLE =
      new Profile(SMALL_LATENCY, SMALL_LATENCY, Chances.NONE, REORDERED, LONG_NO_REPLY);

  /** labrpc's unreliable network: requests take 0 to 26 ms, one message in ten is lost. */
  public static final Profile UNRELIABLE =
      new Profile(
          Delay.millis(0, 26),
          SMALL_LATENCY,
          new Chances(0.1, 0.1, 0, 0),
          REORDERED,
          LONG_NO_REPLY);

  /** Also delays two thirds of the replies by 200 to 2,200 ms: labrpc's long reordering. */
  public Profile withLongReordering() {
    return withChances(
        new Chances(chances.requestLoss(), chances.replyLoss(), chances.duplicate(), 2.0 / 3.0));
  }

  /** Calls that cannot reach a server end within 0 to 99 ms instead of 0 to 6,999 ms. */
  public Profile withShortNoReply() {
    return new Profile(request, reply, chances, reordered, SHORT_NO_REPLY);
  }

  /** The same delays with other chances. */
  public Profile withChances(Chances other) {
    return new Profile(request, reply, other, reordered, noReply);
  }

  /** The same chances with other delays of requests and replies: a slow link. */
  public Profile withDelays(Delay ofRequests, Delay ofReplies) {
    return new Profile(ofRequests, ofReplies, chances, reordered, noReply);
  }
}
