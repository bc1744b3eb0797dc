package io.raftbed.linearizability.polynomial;

import io.raftbed.linearizability.Operation;
import io.raftbed.linearizability.Work;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides texts that are only appended to, nothing twice, where the longest text that was seen can
 * be cut into what was appended in one way only; in O(n log n) and the length of all texts.
 *
 * <p>Every text is a beginning of every longer one, so the longest shows in which order its pieces
 * came, and each text after which piece it was seen. What was appended and is not in it came after
 * everything that is, in any order: that of the calls does. So the history is one of
 * compare-and-sets of the length along a single chain, and {@link Zones} decides it.
 */
public final class Appends<I, O> extends Told<I, O, Growth> {

  private static final String NAME = "appends";

  /**
   * Makes the procedure.
   *
   * @param meaning what an operation does
   */
  public Appends(Function<Operation<I, O>, Growth> meaning) {
    super(NAME, meaning);
  }

  @Override
  public Optional<Decision<I, O>> decide(List<Operation<I, O>> operations, Work work) {
    Pieces<I, O> pieces = new Pieces<>();
    Operation<I, O> longest = null;
    String text = "";
    for (Operation<I, O> operation : operations) {
      work.unit();
      Growth growth = meaning(operation);
      if (growth instanceof Growth.Other
          || (growth instanceof Growth.Append(String more) && !pieces.add(more, operation))) {
        return Optional.empty();
      }
      if (growth instanceof Growth.Seen(String seen)
          && (longest == null || seen.length() > text.length())) {
        longest = operation;
        text = seen;
      }
    }
    return switch (pieces.cut(text, work)) {
      case AMBIGUOUS -> Optional.empty();
      case IMPOSSIBLE -> Optional.of(unwritten(longest));
      case DONE -> decide(operations, pieces, longest, work);
    };
  }

  private Optional<Decision<I, O>> decide(
      List<Operation<I, O>> operations,
      Pieces<I, O> pieces,
      @Nullable Operation<I, O> longest,
      Work work) {
    for (Operation<I, O> operation : operations) {
      work.unit();
      if (meaning(operation) instanceof Growth.Seen(String seen) && !pieces.has(seen)) {
        return Optional.of(
            Refusal.of("cannot both be right about the text", List.of(operation, some(longest))));
      }
    }
    return new Zones<I, O, Integer>(NAME, 0, it -> access(it, pieces))
        .decide(operations, work)
        .map(decision -> proven(decision, longest));
  }

  private Access<Integer> access(Operation<I, O> operation, Pieces<I, O> pieces) {
    return switch (meaning(operation)) {
      case Growth.Seen(String text) -> new Access.Read<>(text.length());
      case Growth.Append(String more) -> pieces.access(more);
      case Growth.Nothing _ -> Access.nothing();
      case Growth.Other _ -> new Access.Other<>();
    };
  }

  private static <I, O> Decision<I, O> unwritten(@Nullable Operation<I, O> longest) {
    return Refusal.of("saw a text that nobody appended", List.of(some(longest)));
  }

  /** Adds to the conflict the longest text: it alone says which piece came before which. */
  private static <I, O> Decision<I, O> proven(
      Decision<I, O> decision, @Nullable Operation<I, O> longest) {
    if (decision instanceof Decision.No<I, O>(String cause, List<Operation<I, O>> conflict)) {
      List<Operation<I, O>> proven = new ArrayList<>(conflict);
      proven.add(some(longest));
      return Refusal.because(cause, proven);
    }
    return decision;
  }

  private static <I, O> Operation<I, O> some(@Nullable Operation<I, O> longest) {
    if (longest == null) {
      throw new IllegalStateException("appends that nobody saw are in any order");
    }
    return longest;
  }
}
