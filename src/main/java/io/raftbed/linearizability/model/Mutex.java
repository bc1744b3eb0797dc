package io.raftbed.linearizability.model;

import io.raftbed.linearizability.Model;
import io.raftbed.linearizability.Outcome;
import java.util.Optional;

/**
 * A lock that one holds at a time, free at first. As in Knossos, anyone may release it; who holds
 * it is not looked at. A state says whether it is held.
 */
public record Mutex() implements Model<Boolean, Mutex.Action, Mutex.Answer> {

  /** What is asked. */
  public enum Action {
    ACQUIRE("acquire"),
    RELEASE("release");

    private final String word;

    Action(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  /** What is answered: refused when it is held, or when there is nothing to release. */
  public enum Answer {
    DONE("ok"),
    REFUSED("refused");

    private final String word;

    Answer(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  @Override
  public Boolean initial() {
    return false;
  }

  @Override
  public Optional<Boolean> step(Boolean held, Action action, Answer answer) {
    boolean isDone = held == (action == Action.RELEASE);
    return isDone == (answer == Answer.DONE)
        ? Optional.of(stepUnseen(held, action))
        : Optional.empty();
  }

  @Override
  public Boolean stepUnseen(Boolean held, Action action) {
    return action == Action.ACQUIRE;
  }

  @Override
  public boolean isPure(Action action, Outcome<Answer> outcome) {
    return outcome instanceof Outcome.Ok<Answer>(Answer answer) && answer == Answer.REFUSED;
  }

  @Override
  public String describe(Boolean held) {
    return held ? "held" : "free";
  }

  @Override
  public String rejection(Boolean held, Action action, Answer answer) {
    return "the lock is " + describe(held);
  }
}
