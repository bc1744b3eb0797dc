package io.raftbed.linearizability;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * The longest partial linearizations of a history that has no whole one, as Porcupine shows them:
 * for each operation the longest that has it.
 */
final class LongestPartials<I, O> {

  private final Loaded<I, O> loaded;
  private final Meter meter;
  private final int[][] longest;

  private LongestPartials(Loaded<I, O> loaded, Meter meter) {
    this.loaded = loaded;
    this.meter = meter;
    longest = new int[loaded.operations().size()][];
    Arrays.fill(longest, new int[0]);
  }

  /** Returns those that a search finds within a budget, longest first. */
  static <S, I, O> List<List<Operation<I, O>>> of(
      Model<S, I, O> model, List<Operation<I, O>> operations, Budget budget) {
    Meter meter = new Meter(budget);
    try {
      Transitions<S, I, O> transitions = new Transitions<>(model, meter);
      Loaded<I, O> loaded = Loaded.load(operations, transitions, meter);
      LongestPartials<I, O> partials = new LongestPartials<>(loaded, meter);
      partials.collect(new Search<>(transitions, loaded.timeline(), meter, partials::stuck));
      return partials.lists();
    } catch (OutOfBudget _) {
      return List.of();
    }
  }

  private void collect(Search<?, I, O> search) {
    search.lookAheadTo(loaded.timeline().returns() - 1);
    try {
      search.run();
    } catch (OutOfBudget _) {
      // What was found until here is worth showing.
    }
  }

  private void stuck(Frontier frontier) {
    int length = frontier.length();
    int[] path = null;
    for (int i = 0; i < length; i++) {
      if (longest[frontier.path[i]].length < length) {
        if (path == null) {
          meter.allocate((long) length * Integer.BYTES);
          path = Arrays.copyOf(frontier.path, length);
        }
        longest[frontier.path[i]] = path;
      }
    }
  }

  private List<List<Operation<I, O>>> lists() {
    return Arrays.stream(longest)
        .filter(path -> path.length > 0)
        .distinct()
        .sorted(Comparator.comparingInt(path -> -path.length))
        .map(path ->
            Arrays.stream(path).<Operation<I, O>>mapToObj(loaded.operations()::get).toList())
        .toList();
  }
}
