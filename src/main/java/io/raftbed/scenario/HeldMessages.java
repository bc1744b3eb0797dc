package io.raftbed.scenario;

import io.raftbed.lab.AppendEntriesArgs;
import io.raftbed.net.Hold;
import io.raftbed.net.MessageInFlight;
import io.raftbed.sim.Promise;
import io.raftbed.suite.TestContext;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;

/** Holds messages, copies and loses them, and counts them as they are sent. */
final class HeldMessages {

  private final TestContext test;
  private final MessageFilter filter;
  private final Map<String, Hold> holds = new HashMap<>();

  HeldMessages(TestContext test, MessageFilter filter) {
    this.test = test;
    this.filter = filter;
  }

  void take(MessageAction action) {
    switch (action) {
      case MessageAction.Hold(String as, Messages messages) ->
          holds.put(as, test.network().hold(filter.of(messages)));
      case MessageAction.Copy(String as, Messages messages) ->
          holds.put(as, test.network().copyRequests(filter.of(messages)));
      case MessageAction.Release(String held) -> get(held).release();
      case MessageAction.Lose(String held) -> get(held).drop();
      case MessageAction.Drop(Messages messages) -> drop(filter.of(messages));
    }
  }

  /** How many messages are held. */
  int count(String hold) {
    return get(hold).messages().size();
  }

  /** Waits until so many messages were sent; returns whether they were in time. */
  boolean awaitSent(Messages messages, int count, long nanos) {
    return awaitSent(filter.of(messages), count, nanos);
  }

  /** Waits until a leader tells that it has committed an index; returns whether it was in time. */
  boolean awaitCommitted(int index, long nanos) {
    return awaitSent(
        message -> message.body() instanceof AppendEntriesArgs args && args.leaderCommit() >= index,
        1,
        nanos);
  }

  private boolean awaitSent(Predicate<MessageInFlight> counted, int count, long nanos) {
    int[] left = {count};
    Promise<Boolean> done = new Promise<>(test.simulation());
    Hold counter =
        test.network()
            .hold(message -> {
              if (counted.test(message) && --left[0] == 0) {
                done.complete(true);
              }
              return false;
            });
    done.await(nanos);
    counter.close();
    return done.done();
  }

  /** A message is held first, and lost as soon as its sender has sent it. */
  private void drop(Predicate<MessageInFlight> chosen) {
    Hold[] hold = new Hold[1];
    hold[0] =
        test.network()
            .hold(message -> {
              boolean drops = chosen.test(message);
              if (drops) {
                test.simulation().after(0, () -> hold[0].drop(each -> true));
              }
              return drops;
            });
  }

  private Hold get(String name) {
    Hold hold = holds.get(name);
    if (hold == null) {
      throw new NotThereException("nothing is held as " + name); // its step was left out
    }
    return hold;
  }
}
