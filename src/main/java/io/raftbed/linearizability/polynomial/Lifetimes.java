package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Procedure.Decision;
import io.raftbed.linearizability.Work;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The values that go through a queue or a stack, each put in once, and what found it empty. */
final class Lifetimes<I, O, V> {

  private final Map<V, Operation<I, O>> inserts = new LinkedHashMap<>();
  private final Map<V, Operation<I, O>> removes = new LinkedHashMap<>();
  private final List<Operation<I, O>> empties = new ArrayList<>();
  private @Nullable Decision<I, O> no;

  private Lifetimes() {}

  /** Sorts operations; empty if one is of another kind or puts a value in again. */
  static <I, O, V> Optional<Lifetimes<I, O, V>> of(
      List<Operation<I, O>> operations, Function<Operation<I, O>, Transfer<V>> meaning, Work work) {
    Lifetimes<I, O, V> lifetimes = new Lifetimes<>();
    for (Operation<I, O> operation : operations) {
      work.unit();
      if (!operation.isOk() || !lifetimes.add(operation, meaning.apply(operation))) {
        return Optional.empty();
      }
    }
    lifetimes.removes.forEach(lifetimes::match);
    return Optional.of(lifetimes);
  }

  private boolean add(Operation<I, O> operation, Transfer<V> transfer) {
    return switch (transfer) {
      case Transfer.Insert<V>(V value) -> inserts.put(value, operation) == null;
      case Transfer.Empty<V> _ -> empties.add(operation);
      case Transfer.Other<V> _ -> false;
      case Transfer.Remove<V>(V value) -> {
        Operation<I, O> before = removes.put(value, operation);
        if (before != null) {
          refuse("take out %s, which was put in once at most", value, List.of(before, operation));
        }
        yield true;
      }
    };
  }

  private void match(V value, Operation<I, O> remove) {
    Operation<I, O> insert = inserts.get(value);
    if (insert == null) {
      refuse("takes out %s, which nobody put in", value, List.of(remove));
    } else if (remove.end() < insert.call()) {
      refuse("take out %s before it is put in", value, List.of(remove, insert));
    }
  }

  private void refuse(String what, V value, List<Operation<I, O>> operations) {
    if (no == null) {
      no = Refusal.of(what.formatted(value), operations);
    }
  }

  /** Returns the decision if values alone make it. */
  Optional<Decision<I, O>> no() {
    return Optional.ofNullable(no);
  }

  List<Operation<I, O>> empties() {
    return empties;
  }

  List<Lifetime<I, O>> all() {
    List<Lifetime<I, O>> all = new ArrayList<>(inserts.size());
    inserts.forEach((value, insert) -> all.add(new Lifetime<>(insert, removes.get(value))));
    return all;
  }
}
