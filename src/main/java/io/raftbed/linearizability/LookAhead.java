package io.raftbed.linearizability;

/**
 * Tells early that a partial linearization leads nowhere, for models whose states grow: the state
 * must be a beginning of what the next pure operation saw, unless a reset may come before.
 */
final class LookAhead<S, I, O> {

  private final Transitions<S, I, O> transitions;
  private final Frontier frontier;
  private final Timeline timeline;
  private final boolean grows;
  private int end = Integer.MAX_VALUE;

  LookAhead(Transitions<S, I, O> transitions, Frontier frontier) {
    this.transitions = transitions;
    this.frontier = frontier;
    timeline = frontier.timeline;
    grows = transitions.model().grows();
  }

  /** Lets it look only at what returns before some return. */
  void endAt(int returnIndex) {
    end = returnIndex;
  }

  /**
   * Returns whether the state may become what the next pure operation saw. If only a reset can do
   * that, and nobody else may see the state before, it does not matter what the state is.
   */
  boolean mayGoOn() {
    if (!grows) {
      return true;
    }
    int next = nextPure();
    if (next == Timeline.NONE || mayGrowInto(next)) {
      return true;
    }
    if (!mayBeResetFor(next)) {
      return false;
    }
    if (!mayBeSeenBefore(next)) {
      frontier.state = Transitions.OVERWRITTEN;
    }
    return true;
  }

  /** Returns the pure operation that returns next of those not placed. */
  private int nextPure() {
    int at = timeline.firstPureFrom(frontier.stage);
    int operation = timeline.pureByReturn(at);
    while (operation != Timeline.NONE && frontier.isPlaced(operation)) {
      operation = timeline.pureByReturn(++at);
    }
    return operation != Timeline.NONE && timeline.returnIndex[operation] < end
        ? operation
        : Timeline.NONE;
  }

  private boolean mayGrowInto(int pure) {
    return transitions.mayGrowInto(frontier.state, timeline.kind[pure]);
  }

  private boolean mayBeSeenBefore(int pure) {
    for (int word = 0; word < frontier.open.length; word++) {
      long left = frontier.open[word] & ~frontier.placed[word] & frontier.pure[word];
      for (; left != 0; left &= left - 1) {
        int operation = frontier.occupant[(word << 6) + Long.numberOfTrailingZeros(left)];
        if (!timeline.hasReturned(operation) || mayGrowInto(operation)) {
          return true;
        }
      }
    }
    int calls = timeline.callsBefore(timeline.returnIndex[pure]);
    for (int operation = frontier.entered(); operation < calls; operation++) {
      if (timeline.isPure(operation)
          && (!timeline.hasReturned(operation) || mayGrowInto(operation))) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a reset that may come before a pure operation leads to what that saw. */
  private boolean mayBeResetFor(int pure) {
    int calls = timeline.callsBefore(timeline.returnIndex[pure]);
    if (timeline.resetsBefore[calls] == frontier.placedResets) {
      return false;
    }
    for (int slot = frontier.nextChoice(0); slot >= 0; slot = frontier.nextChoice(slot + 1)) {
      if (leadsTo(frontier.occupant[slot], pure)) {
        return true;
      }
    }
    for (int operation = frontier.entered(); operation < calls; operation++) {
      if (leadsTo(operation, pure)) {
        return true;
      }
    }
    return false;
  }

  private boolean leadsTo(int operation, int pure) {
    return timeline.resets(operation)
        && transitions.mayGrowInto(
            transitions.afterReset(timeline.kind[operation]), timeline.kind[pure]);
  }
}
