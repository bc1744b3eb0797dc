package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Procedure.Decision;
import io.raftbed.linearizability.Work;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One element of a set with all operations on it. */
final class Member<I, O> {

  private static final int BEFORE = 0;
  private static final int IN = 1;
  private static final int AFTER = 2;

  /** More removals that do not tell what they did are not tried. */
  private static final int TRIED = 8;

  private final Object element;
  private final List<Operation<I, O>> operations = new ArrayList<>();
  private final Map<Integer, SetAccess<?>> meanings = new HashMap<>();
  private final List<Operation<I, O>> mayRemove = new ArrayList<>();
  private int adds;
  private int removes;

  Member(Object element) {
    this.element = element;
  }

  void add(Operation<I, O> operation, SetAccess<?> access) {
    operations.add(operation);
    meanings.put(operation.id(), access);
    adds += access instanceof SetAccess.Add ? 1 : 0;
    removes += access instanceof SetAccess.Remove ? 1 : 0;
    if (access instanceof SetAccess.MayRemove) {
      mayRemove.add(operation);
    }
  }

  Optional<Decision<I, O>> decide(String name, Work work) {
    if (adds > 1) {
      return Optional.empty();
    }
    Optional<Decision<I, O>> decision = decide(name, null, work);
    if (mayRemove.isEmpty()) {
      return decision.map(this::inWords);
    }
    // Added once, it is taken out once: by the removal that says so, or by one of the others.
    boolean isOpen = decision.isEmpty();
    if (removes == 0) {
      List<Operation<I, O>> returned = mayRemove.stream().filter(Operation::isOk).toList();
      isOpen |= returned.size() < mayRemove.size() || returned.size() > TRIED;
      for (int i = 0; i < Math.min(TRIED, returned.size()) && !isYes(decision); i++) {
        decision = decide(name, returned.get(i), work);
        isOpen |= decision.isEmpty();
      }
    }
    if (isYes(decision)) {
      return decision;
    }
    return isOpen ? Optional.empty() : Optional.of(refusal(operations));
  }

  private static <I, O> boolean isYes(Optional<Decision<I, O>> decision) {
    return decision.isPresent() && decision.get() instanceof Decision.Yes;
  }

  private Decision<I, O> inWords(Decision<I, O> decision) {
    return decision instanceof Decision.No<I, O>(String _, List<Operation<I, O>> conflict)
        ? refusal(conflict)
        : decision;
  }

  private Decision<I, O> refusal(List<Operation<I, O>> conflict) {
    return Refusal.of("cannot all be right about the element " + element, conflict);
  }

  /** Decides what is so if one of the removals that do not tell took the element out, or none. */
  private Optional<Decision<I, O>> decide(
      String name, @Nullable Operation<I, O> remover, Work work) {
    return new Zones<I, O, Integer>(name, BEFORE, it -> access(it, it == remover))
        .decide(operations, work);
  }

  private Access<Integer> access(Operation<I, O> operation, boolean isRemover) {
    SetAccess<?> access = meanings.getOrDefault(operation.id(), new SetAccess.Other<>());
    return switch (access) {
      case SetAccess.Add<?> _ -> new Access.Replace<>(BEFORE, IN);
      case SetAccess.Remove<?> _ -> new Access.Replace<>(IN, AFTER);
      case SetAccess.MayRemove<?> _ ->
          isRemover ? new Access.Replace<>(IN, AFTER) : new Access.Unlike<>(Set.of(IN));
      case SetAccess.In<?> _ -> new Access.Read<>(IN);
      case SetAccess.Out<?> _ -> new Access.Unlike<>(Set.of(IN));
      case SetAccess.All<?> _, SetAccess.Nothing<?> _, SetAccess.Other<?> _ -> new Access.Other<>();
    };
  }
}
