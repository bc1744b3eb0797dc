package io.raftbed.linearizability;

import io.raftbed.linearizability.model.CasRegister;
import io.raftbed.linearizability.model.RegisterInput;
import io.raftbed.linearizability.model.RegisterOutput;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** A long linearizable history of a register, for measurements. */
record RegisterLoad(String name, History<RegisterInput<Integer>, RegisterOutput<Integer>> history) {

  /** What a client is in the middle of. */
  private record Open(
      int id, RegisterInput<Integer> input, Optional<RegisterOutput<Integer>> output) {}

  private static final CasRegister<Integer> MODEL = new CasRegister<>(0);

  Checker<RegisterInput<Integer>, RegisterOutput<Integer>> checker() {
    return Checker.of(MODEL);
  }

  RegisterLoad named(String other) {
    return new RegisterLoad(other, history);
  }

  /**
   * Makes one: clients call, take effect and return at random.
   *
   * @param values how many values there are; with very many each is written once, without
   *     compare-and-set
   */
  static RegisterLoad of(int clients, int operations, int values) {
    SplittableRandom random = new SplittableRandom(7);
    EventHistory<RegisterInput<Integer>, RegisterOutput<Integer>> events = History.events();
    List<Optional<Open>> open = new ArrayList<>(List.of());
    for (int client = 0; client < clients; client++) {
      open.add(Optional.empty());
    }
    int state = 0;
    while (events.size() < 2L * operations) {
      int client = random.nextInt(clients);
      Optional<Open> now = open.get(client);
      if (now.isEmpty()) {
        RegisterInput<Integer> input = input(random, values, events.size());
        open.set(
            client, Optional.of(new Open(events.call(client, input), input, Optional.empty())));
      } else if (now.get().output().isEmpty()) {
        Open it = now.get();
        open.set(client, Optional.of(new Open(it.id(), it.input(), output(state, it.input()))));
        state = MODEL.stepUnseen(state, it.input());
      } else {
        events.ok(now.get().id(), now.get().output().get());
        open.set(client, Optional.empty());
      }
    }
    return new RegisterLoad("", events.build());
  }

  private static RegisterInput<Integer> input(SplittableRandom random, int values, long position) {
    boolean isDistinct = values == Integer.MAX_VALUE;
    return switch (random.nextInt(isDistinct ? 2 : 3)) {
      case 0 -> new RegisterInput.Read<>();
      case 1 -> new RegisterInput.Write<>(isDistinct ? (int) position + 1 : random.nextInt(values));
      default -> new RegisterInput.CompareAndSet<>(random.nextInt(values), random.nextInt(values));
    };
  }

  private static Optional<RegisterOutput<Integer>> output(int state, RegisterInput<Integer> input) {
    List<RegisterOutput<Integer>> outputs =
        List.of(
            new RegisterOutput.Value<>(state),
            new RegisterOutput.Written<>(),
            new RegisterOutput.Mismatch<>());
    return outputs.stream().filter(it -> MODEL.step(state, input, it).isPresent()).findFirst();
  }
}
