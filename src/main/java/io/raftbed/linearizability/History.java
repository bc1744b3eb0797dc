package io.raftbed.linearizability;

import java.util.List;
import java.util.function.Predicate;

/**
 * What the clients of an object did and saw, in the order of calls. Immutable.
 *
 * <p>Built from events in the order they happened ({@link #events()}), or from operations with
 * times ({@link #timed()}).
 *
 * @param <I> what operations ask
 * @param <O> what operations return
 */
public final class History<I, O> {

  private final List<Operation<I, O>> operations;
  private final List<Annotation> annotations;

  History(List<Operation<I, O>> operations, List<Annotation> annotations) {
    this.operations = List.copyOf(operations);
    this.annotations = List.copyOf(annotations);
  }

  /** Returns a builder fed with calls and ends in the order they happened. */
  public static <I, O> EventHistory<I, O> events() {
    return new EventHistory<>();
  }

  /** Returns a builder fed with whole operations and their times. */
  public static <I, O> TimedHistory<I, O> timed() {
    return new TimedHistory<>();
  }

  /** Returns all operations, by call; those called at one time as they were given. */
  public List<Operation<I, O>> operations() {
    return operations;
  }

  /** Returns the notes for pictures, in the order they were given. */
  public List<Annotation> annotations() {
    return annotations;
  }

  /** Returns how many clients there are. */
  public int clients() {
    return (int) operations.stream().mapToInt(Operation::client).distinct().count();
  }

  /** Returns the history of some of the operations, with the numbers they have in this one. */
  public History<I, O> only(Predicate<? super Operation<I, O>> which) {
    return new History<>(operations.stream().filter(which).toList(), annotations);
  }
}
