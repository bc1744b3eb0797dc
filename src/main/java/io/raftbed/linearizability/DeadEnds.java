package io.raftbed.linearizability;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Where a search of a failing prefix can go no further. */
final class DeadEnds<S, I, O> {

  private final Model<S, I, O> model;
  private final Loaded<I, O> loaded;
  private final Set<Integer> placedInShown = new LinkedHashSet<>();
  private final List<int[]> shown = new ArrayList<>();
  private final int[][] longest;
  private int furthest;

  private DeadEnds(Model<S, I, O> model, Loaded<I, O> loaded) {
    this.model = model;
    this.loaded = loaded;
    longest = new int[loaded.operations().size()][];
    Arrays.fill(longest, new int[0]);
  }

  /**
   * Searches a prefix and notes where it ends.
   *
   * @param operations the prefix
   */
  static <S, I, O> DeadEnds<S, I, O> of(
      Model<S, I, O> model, List<Operation<I, O>> operations, Budget budget) {
    Meter meter = new Meter(budget);
    Transitions<S, I, O> transitions = new Transitions<>(model, meter);
    Loaded<I, O> loaded = Loaded.load(operations, transitions, meter);
    DeadEnds<S, I, O> deadEnds = new DeadEnds<>(model, loaded);
    Search<S, I, O> search =
        new Search<>(transitions, loaded.timeline(), meter, deadEnds::stuck);
    search.lookAheadTo(deadEnds.firstOfLastMoment());
    try {
      search.run();
    } catch (OutOfBudget _) {
      // What was found until here is worth showing.
    }
    return deadEnds;
  }

  /**
   * Returns the first return at the time of the last one. What returns then shall not steer the
   * search, as it is what cannot be placed: how far one can get without it is the question.
   */
  private int firstOfLastMoment() {
    int index = loaded.timeline().returns() - 1;
    while (index > 0 && returned(index - 1).end() == returned(index).end()) {
      index--;
    }
    return index;
  }

  private Operation<I, O> returned(int index) {
    return loaded.operations().get(loaded.timeline().returned[index]);
  }

  private void stuck(Frontier frontier) {
    int length = frontier.length();
    int[] path = null;
    for (int i = 0; i < length; i++) {
      if (longest[frontier.path[i]].length < length) {
        path = path == null ? Arrays.copyOf(frontier.path, length) : path;
        longest[frontier.path[i]] = path;
      }
    }
    if (frontier.stage > furthest) {
      furthest = frontier.stage;
      shown.clear();
      placedInShown.clear();
    }
    if (frontier.stage == furthest
        && shown.size() < Evidence.SHOWN
        && placedInShown.add(hash(frontier))) {
      shown.add(Arrays.copyOf(frontier.path, length));
    }
  }

  /** Tells apart configurations by what is placed and the state, not by the order. */
  private static int hash(Frontier frontier) {
    return 31 * Arrays.hashCode(frontier.placed) + frontier.state;
  }

  /** Returns the first operation in the order of returns that was never placed with all before it. */
  Operation<I, O> blocked() {
    return returned(furthest);
  }

  /** Returns the longest partial linearizations, longest first. */
  List<List<Operation<I, O>>> partials() {
    return Arrays.stream(longest)
        .filter(path -> path.length > 0)
        .distinct()
        .sorted(Comparator.comparingInt(path -> -path.length))
        .map(this::operations)
        .toList();
  }

  private List<Operation<I, O>> operations(int[] path) {
    return Arrays.stream(path).mapToObj(loaded.operations()::get).toList();
  }

  /** Returns configurations that lack the blocked operation, those with most operations first. */
  List<Evidence.Configuration<I, O>> configurations() {
    return shown.stream()
        .sorted(Comparator.comparingInt(path -> -path.length))
        .map(this::configuration)
        .toList();
  }

  private Evidence.Configuration<I, O> configuration(int[] path) {
    List<Operation<I, O>> order = operations(path);
    S state = model.initial();
    for (Operation<I, O> operation : order) {
      state = after(state, operation);
    }
    List<Evidence.Candidate<I, O>> candidates = new ArrayList<>();
    boolean[] isPlaced = new boolean[loaded.operations().size()];
    Arrays.stream(path).forEach(operation -> isPlaced[operation] = true);
    for (int i = 0; i < isPlaced.length; i++) {
      if (!isPlaced[i]) {
        candidates.add(candidate(state, loaded.operations().get(i)));
      }
    }
    return new Evidence.Configuration<>(order, model.describe(state), candidates);
  }

  private S after(S state, Operation<I, O> operation) {
    return operation.outcome() instanceof Outcome.Ok<O>(O output)
        ? model.step(state, operation.input(), output).orElseThrow()
        : model.stepUnseen(state, operation.input());
  }

  private Evidence.Candidate<I, O> candidate(S state, Operation<I, O> operation) {
    if (!(operation.outcome() instanceof Outcome.Ok<O>(O output))) {
      return new Evidence.Candidate<>(operation, true, "it may take effect, but that helps no further");
    }
    return model.step(state, operation.input(), output).isPresent()
        ? new Evidence.Candidate<>(operation, true, "possible, but it leads no further")
        : new Evidence.Candidate<>(
            operation, false, model.rejection(state, operation.input(), output));
  }
}
