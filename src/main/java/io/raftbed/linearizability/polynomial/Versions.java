package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Decides values with versions, where an update names the version that it replaces, in O(n log n).
 *
 * <p>Each version is made by one update, and comes after the one before it: once it is known which
 * update made which version, the history is one of compare-and-sets along a single chain, and
 * {@link Zones} decides it. An update that returned success made its version. A version that
 * somebody saw, and none of these made, was made by one of the updates that may have; where the
 * value that was seen leaves but one of them, it was that one. Where it leaves several, the one
 * called first is tried, and only a legal order is believed.
 */
public final class Versions<I, O, V> extends Told<I, O, VersionAccess<V>> {

  private static final String NAME = "versions";

  /**
   * Makes the procedure.
   *
   * @param meaning what an operation does
   */
  public Versions(Function<Operation<I, O>, VersionAccess<V>> meaning) {
    super(NAME, meaning);
  }

  @Override
  public Optional<Decision<I, O>> decide(List<Operation<I, O>> operations, Work work) {
    Updates<I, O, V> updates = new Updates<>();
    for (Operation<I, O> operation : operations) {
      work.unit();
      if (!updates.add(operation, meaning(operation))) {
        return Optional.empty();
      }
    }
    return updates
        .no()
        .or(() -> updates.resolve(work))
        .or(() ->
            new Zones<I, O, Long>(NAME, 0L, it -> access(it, updates))
                .decide(operations, work)
                .filter(decision -> isCertain(decision, updates))
                .map(decision -> proven(decision, updates)));
  }

  private Access<Long> access(Operation<I, O> operation, Updates<I, O, V> updates) {
    return switch (meaning(operation)) {
      case VersionAccess.Seen<V>(long version, V _) -> new Access.Read<>(version);
      case VersionAccess.Absent<V> _ -> new Access.Read<>(0L);
      case VersionAccess.Replaced<V>(long version, V _) ->
          new Access.Replace<>(version, version + 1);
      case VersionAccess.MayReplace<V>(long version, V _) ->
          updates.made(version + 1, operation)
              ? new Access.Replace<>(version, version + 1)
              : new Access.Unlike<>(Set.of(version));
      case VersionAccess.Unlike<V>(Set<Long> versions) -> new Access.Unlike<>(versions);
      case VersionAccess.Other<V> _ -> new Access.Other<>();
    };
  }

  /**
   * Returns whether a decision stands: a "no" does if no other choice of updates was there, and, as
   * far as it rests on what an operation did not find, if no later version can have been made.
   */
  private boolean isCertain(Decision<I, O> decision, Updates<I, O, V> updates) {
    return switch (decision) {
      case Decision.Yes<I, O> _ -> true;
      case Decision.No<I, O>(String _, List<Operation<I, O>> conflict) ->
          !updates.isAmbiguous() && conflict.stream().allMatch(it -> isCertain(it, updates));
    };
  }

  private boolean isCertain(Operation<I, O> operation, Updates<I, O, V> updates) {
    return switch (meaning(operation)) {
      case VersionAccess.MayReplace<V>(long version, V _) -> updates.made(version + 1, operation);
      case VersionAccess.Unlike<V> _ -> !updates.mayGoOn();
      default -> true;
    };
  }

  /**
   * Adds to the conflict what saw the last version: an update that returned without saying whether
   * it did anything must have done so only where all versions are accounted for.
   */
  private Decision<I, O> proven(Decision<I, O> decision, Updates<I, O, V> updates) {
    if (decision instanceof Decision.No<I, O>(String cause, List<Operation<I, O>> conflict)
        && conflict.stream().anyMatch(it -> meaning(it) instanceof VersionAccess.MayReplace<V>)) {
      List<Operation<I, O>> proven = new ArrayList<>(conflict);
      updates.lastSeen().ifPresent(proven::add);
      return Refusal.because(cause, proven);
    }
    return decision;
  }
}
