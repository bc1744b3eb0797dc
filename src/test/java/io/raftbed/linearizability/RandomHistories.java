package io.raftbed.linearizability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * Draws histories that could be: operations take effect at random moments between call and end. In
 * some an output is wrong, an effect is lost: more than half are linearizable. Most wrong outputs
 * are such that the operation can have them in some other state.
 */
final class RandomHistories<S, I, O> {

  /** States to find outputs for. */
  private static final int STATES = 64;

  private record Draft<I>(int client, I input, long call, long end, long moment) {}

  private final Model<S, I, O> model;
  private final List<I> inputs;
  private final List<O> outputs;
  private final boolean distinct;
  private final Map<I, List<O>> possible = new HashMap<>();

  /**
   * Makes a source of histories.
   *
   * @param inputs inputs to draw from; a history uses each at most once if {@code distinct}
   * @param outputs every output there is
   */
  RandomHistories(Model<S, I, O> model, List<I> inputs, List<O> outputs, boolean distinct) {
    this.model = model;
    this.inputs = inputs;
    this.outputs = outputs;
    this.distinct = distinct;
    Set<S> states = states();
    for (I input : inputs) {
      possible.put(
          input,
          outputs.stream()
              .filter(output ->
                  states.stream().anyMatch(state -> model.step(state, input, output).isPresent()))
              .toList());
    }
  }

  private Set<S> states() {
    Set<S> states = new LinkedHashSet<>(Set.of(model.initial()));
    List<S> open = new ArrayList<>(states);
    for (int i = 0; i < open.size() && i < STATES; i++) {
      for (I input : inputs) {
        S next = model.stepUnseen(open.get(i), input);
        if (states.add(next)) {
          open.add(next);
        }
      }
    }
    return states;
  }

  Model<S, I, O> model() {
    return model;
  }

  History<I, O> draw(RandomGenerator random, int most) {
    List<Draft<I>> drafts = drafts(random, 1 + random.nextInt(most));
    drafts.sort(Comparator.comparingLong(Draft::moment));
    TimedHistory<I, O> history = History.timed();
    Map<Optional<?>, S> states = new HashMap<>();
    int wrong = random.nextInt(4);
    for (Draft<I> draft : drafts) {
      S state = states.getOrDefault(model.partition(draft.input()), model.initial());
      int fate = random.nextInt(10);
      if (fate == 0) {
        history.failed(draft.client(), draft.input(), draft.call(), draft.end());
      } else if (fate == 1) {
        history.add(
            draft.client(), draft.input(), new Outcome.Unknown<>(), draft.call(), draft.end());
      } else {
        O output = output(random, state, draft.input(), wrong);
        history.ok(draft.client(), draft.input(), output, draft.call(), draft.end());
      }
      if (fate > 1 || (fate == 1 && random.nextBoolean())) {
        states.put(model.partition(draft.input()), model.stepUnseen(state, draft.input()));
      }
    }
    return history.build();
  }

  private List<Draft<I>> drafts(RandomGenerator random, int size) {
    List<I> left = new ArrayList<>(inputs);
    long[] free = new long[2 + random.nextInt(4)];
    List<Draft<I>> drafts = new ArrayList<>();
    for (int i = 0; i < size && !left.isEmpty(); i++) {
      int client = random.nextInt(free.length);
      long call = free[client] + random.nextInt(4);
      long end = call + random.nextInt(6);
      free[client] = end + random.nextInt(2);
      int at = random.nextInt(left.size());
      I input = distinct ? left.remove(at) : left.get(at);
      drafts.add(new Draft<>(client, input, call, end, random.nextLong(call, end + 1)));
    }
    return drafts;
  }

  private O output(RandomGenerator random, S state, I input, int wrong) {
    if (random.nextInt(8) < wrong) {
      List<O> wrongs = random.nextInt(8) == 0 ? outputs : possible.getOrDefault(input, outputs);
      return wrongs.get(random.nextInt(wrongs.size()));
    }
    int from = random.nextInt(outputs.size());
    for (int i = 0; i < outputs.size(); i++) {
      O output = outputs.get((from + i) % outputs.size());
      if (model.step(state, input, output).isPresent()) {
        return output;
      }
    }
    return outputs.get(from);
  }
}
