package io.raftbed.linearizability;

import io.raftbed.linearizability.model.CasRegister;
import io.raftbed.linearizability.model.CollectionInput;
import io.raftbed.linearizability.model.CollectionOutput;
import io.raftbed.linearizability.model.Kv;
import io.raftbed.linearizability.model.KvInput;
import io.raftbed.linearizability.model.KvOutput;
import io.raftbed.linearizability.model.KvVersioned;
import io.raftbed.linearizability.model.Queue;
import io.raftbed.linearizability.model.RegisterInput;
import io.raftbed.linearizability.model.RegisterOutput;
import io.raftbed.linearizability.model.SetInput;
import io.raftbed.linearizability.model.SetModel;
import io.raftbed.linearizability.model.SetOutput;
import io.raftbed.linearizability.model.Stack;
import io.raftbed.linearizability.model.VersionedInput;
import io.raftbed.linearizability.model.VersionedOutput;
import java.util.List;
import java.util.Set;

/** A linearizable history of one client for each procedure, as long as is asked for. */
enum LongHistories {
  ZONES,
  VERSIONS,
  APPENDS,
  MEMBERS,
  SNAPSHOTS,
  FIFO,
  LIFO;

  /** A history and its model. */
  record Of<I, O>(Model<?, I, O> model, History<I, O> history) {

    CheckResult<I, O> check(Budget budget) {
      return check(budget, 1);
    }

    CheckResult<I, O> check(Budget budget, int jobs) {
      return Checker.of(model).budget(budget).jobs(jobs).check(history);
    }
  }

  /** What one operation asks and is answered. */
  private record Step<I, O>(I input, O output) {}

  /** Says what the operation is that comes at some place. */
  @FunctionalInterface
  private interface Steps<I, O> {
    Step<I, O> at(int place);
  }

  Of<?, ?> of(int operations) {
    return switch (this) {
      case ZONES -> of(new CasRegister<>(0), operations, LongHistories::compareAndSet);
      case VERSIONS -> of(new KvVersioned(), operations, LongHistories::put);
      case APPENDS -> of(new Kv(), operations, i -> append(i, operations));
      case MEMBERS -> of(new SetModel<>(), operations, LongHistories::add);
      case SNAPSHOTS -> of(new SetModel<>(), operations, LongHistories::addAndLook);
      case FIFO -> of(new Queue<>(), operations, i -> transfer(i, operations, i - operations / 2));
      case LIFO -> of(new Stack<>(), operations, i -> transfer(i, operations, operations - i - 1));
    };
  }

  private static <I, O> Of<I, O> of(Model<?, I, O> model, int operations, Steps<I, O> steps) {
    EventHistory<I, O> events = History.events();
    for (int i = 0; i < operations; i++) {
      Step<I, O> step = steps.at(i);
      events.ok(events.call(1, step.input()), step.output());
    }
    return new Of<>(model, events.build());
  }

  private static Step<RegisterInput<Integer>, RegisterOutput<Integer>> compareAndSet(int i) {
    return new Step<>(new RegisterInput.CompareAndSet<>(i, i + 1), new RegisterOutput.Written<>());
  }

  private static Step<VersionedInput, VersionedOutput> put(int i) {
    return new Step<>(new VersionedInput.Put("k", "v", i), new VersionedOutput.Done());
  }

  private static Step<KvInput, KvOutput> append(int i, int operations) {
    if (i < operations - 1) {
      return new Step<>(new KvInput.Append("k", "(" + i + ")"), new KvOutput.Done());
    }
    StringBuilder all = new StringBuilder();
    for (int before = 0; before < i; before++) {
      all.append('(').append(before).append(')');
    }
    return new Step<>(new KvInput.Get("k"), new KvOutput.Value(all.toString()));
  }

  private static Step<SetInput<Integer>, SetOutput<Integer>> add(int i) {
    return new Step<>(new SetInput.Add<>(i), new SetOutput.Answer<>(true));
  }

  private static Step<SetInput<Integer>, SetOutput<Integer>> addAndLook(int i) {
    return i == 0 ? new Step<>(new SetInput.Read<>(), new SetOutput.Elements<>(Set.of())) : add(i);
  }

  private static Step<CollectionInput<Integer>, CollectionOutput<Integer>> transfer(
      int i, int operations, int value) {
    return List.<Step<CollectionInput<Integer>, CollectionOutput<Integer>>>of(
            new Step<>(new CollectionInput.Insert<>(i), new CollectionOutput.Inserted<>()),
            new Step<>(new CollectionInput.Remove<>(), new CollectionOutput.Removed<>(value)))
        .get(i < operations / 2 ? 0 : 1);
  }
}
