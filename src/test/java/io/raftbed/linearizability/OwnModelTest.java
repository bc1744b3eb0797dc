package io.raftbed.linearizability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Models of one's own: the shortest way, and an object that may go on in several ways. */
class OwnModelTest {

  /** Hands out tickets: 1, 2, 3 and so on. */
  record Tickets() implements SequentialObject<Integer, String, Integer> {

    @Override
    public Integer initial() {
      return 0;
    }

    @Override
    public Effect<Integer, Integer> apply(Integer last, String input) {
      return new Effect<>(last + 1, last + 1);
    }
  }

  @Test
  void aSequentialObjectNeedsTwoMethods() {
    EventHistory<String, Integer> events = History.events();
    events.unknown(events.call(1, "take"));
    events.ok(events.call(2, "take"), 2);
    assertThat(Checker.of(new Tickets()).check(events.build()).verdict().isLinearizable()).isTrue();
    events.ok(events.call(2, "take"), 2);
    CheckResult<String, Integer> result = Checker.of(new Tickets()).check(events.build());
    assertThat(result.verdict()).isInstanceOf(Verdict.NotLinearizable.class);
  }

  /** A channel that may lose what is sent and keeps the last; receiving takes it out. */
  record LossyChannel() implements NondeterministicModel<String, String, String> {

    private static final String NOTHING = "nothing";

    @Override
    public Set<String> initial() {
      return Set.of(NOTHING);
    }

    @Override
    public Set<String> step(String state, String input, String output) {
      if (input.equals("receive")) {
        return output.equals(state) ? Set.of(NOTHING) : Set.of();
      }
      return new HashSet<>(Set.of(state, input));
    }

    @Override
    public Set<String> stepUnseen(String state, String input) {
      return input.equals("receive") ? Set.of(NOTHING) : new HashSet<>(Set.of(state, input));
    }
  }

  @Test
  void aLossyChannelMayDeliverAnyOfWhatWasSentButNothingTwice() {
    EventHistory<String, String> events = History.events();
    events.ok(events.call(1, "a"), "sent");
    events.ok(events.call(1, "b"), "sent");
    events.ok(events.call(2, "receive"), "a");
    Checker<String, String> checker = Checker.of(new LossyChannel().asModel());
    assertThat(checker.check(events.build()).verdict().isLinearizable()).isTrue();
    events.ok(events.call(2, "receive"), "a");
    assertThat(checker.check(events.build()).verdict().label()).isEqualTo("not linearizable");
  }

  /** Says that writes change nothing, which is wrong. */
  record Liar() implements SequentialObject<Integer, Integer, String> {

    @Override
    public Integer initial() {
      return 0;
    }

    @Override
    public Effect<Integer, String> apply(Integer state, Integer input) {
      return new Effect<>(input, "ok");
    }

    @Override
    public boolean isPure(Integer input, Outcome<String> outcome) {
      return true;
    }
  }

  @Test
  void aWrongPromiseAboutPurityIsRefused() {
    EventHistory<Integer, String> events = History.events();
    events.ok(events.call(1, 7), "ok");
    History<Integer, String> history = events.build();
    assertThatIllegalStateException()
        .isThrownBy(() -> Checker.of(new Liar()).check(history))
        .withMessage("the model says that 7 -> ok is pure, but it changes the state 0 to 7");
  }
}
