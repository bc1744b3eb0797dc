package io.raftbed.linearizability;

import java.util.List;

/**
 * Looks for a legal order: depth-first over partial linearizations, never in one configuration
 * twice. After Wing and Gong ("Testing and Verifying Concurrent Objects", 1993) and Lowe ("Testing
 * for linearizability", 2017), with these differences:
 *
 * <ul>
 *   <li>Pure operations are placed as soon as they are possible, without a choice.
 *   <li>The operation that returns next is tried first, as it must come soon (Lowe's just-in-time
 *       linearization), those that never returned last.
 *   <li>An operation whose output nobody saw is not placed where it would change nothing.
 *   <li>Of optional operations of one kind only the earliest is tried, and a configuration is not
 *       visited if one with fewer optional operations placed was.
 *   <li>Where states only grow, a state must be a beginning of what pure operations yet saw.
 * </ul>
 *
 * <p>It can go on when more events have come: what was exhausted before stays so, as an order of
 * more events has in it an order of the events before.
 */
final class Search<S, I, O> {

  /** Told where the search could go no further. */
  @FunctionalInterface
  interface Listener {
    void stuck(Frontier frontier);
  }

  private final Transitions<S, I, O> transitions;
  private final Timeline timeline;
  private final Frontier frontier;
  private final Meter meter;
  private final LookAhead<S, I, O> lookAhead;
  private final Listener listener;
  private final Choices choices = new Choices();
  private Visited visited;
  private int furthestStage;

  /** Whether operations are to be taken back, down to the last choice. */
  private boolean isRetracted;

  /** Whether the last choice changed the state, so that other operations may be possible now. */
  private boolean stateChanged;

  Search(Transitions<S, I, O> transitions, Timeline timeline, Meter meter, Listener listener) {
    this.transitions = transitions;
    this.timeline = timeline;
    this.meter = meter;
    this.listener = listener;
    frontier = new Frontier(timeline, Transitions.INITIAL);
    lookAhead = new LookAhead<>(transitions, frontier);
    visited = newVisited();
  }

  /** Returns a search of a known history. */
  static <S, I, O> Search<S, I, O> of(
      Model<S, I, O> model, List<Operation<I, O>> operations, Meter meter) {
    Transitions<S, I, O> transitions = new Transitions<>(model, meter);
    Loaded<I, O> loaded = Loaded.load(operations, transitions, meter);
    return new Search<>(transitions, loaded.timeline(), meter, _ -> {});
  }

  private Visited newVisited() {
    return new Visited(meter, frontier.placed.length, timeline.optionalBase >>> 6);
  }

  Frontier frontier() {
    return frontier;
  }

  /** Lets it look ahead only to what returns before some return. */
  void lookAheadTo(int returnIndex) {
    lookAhead.endAt(returnIndex);
  }

  /** Returns the first return that was never placed. */
  int furthestStage() {
    return furthestStage;
  }

  /**
   * Searches until all that returned is placed, and returns whether that can be done. When called
   * again after more events have come, it goes on.
   */
  boolean run() {
    if (frontier.widen()) {
      visited = newVisited();
      choices.forgetConfigurations();
    }
    boolean mayGoOn = !isRetracted || choose();
    isRetracted = false;
    stateChanged = true;
    while (mayGoOn) {
      settle();
      if (frontier.isComplete()) {
        furthestStage = frontier.stage;
        return true;
      }
      enter();
      mayGoOn = choose();
    }
    return false;
  }

  /** Takes a configuration as the next to choose in, unless it is known to lead nowhere. */
  private void enter() {
    furthestStage = Math.max(furthestStage, frontier.stage);
    if (!lookAhead.mayGoOn()) {
      listener.stuck(frontier);
      return;
    }
    int number = visited.add(frontier.stage, frontier.state, frontier.placed);
    if (number >= 0) {
      choices.goOn();
      choices.push(frontier.length(), number, timeline.returns());
    }
  }

  /** Places pure operations that are possible; they leave the state as it is, so once is enough. */
  private void settle() {
    if (stateChanged) {
      placePureOpen();
    }
    int known;
    do {
      known = frontier.entered();
      frontier.advance();
      for (int operation = known; operation < frontier.entered(); operation++) {
        placeIfPure(operation);
      }
    } while (known < frontier.entered());
  }

  private void placePureOpen() {
    for (int word = 0; word < frontier.open.length; word++) {
      long left = frontier.open[word] & ~frontier.placed[word] & frontier.pure[word];
      for (; left != 0; left &= left - 1) {
        placeIfPure(frontier.occupant[(word << 6) + Long.numberOfTrailingZeros(left)]);
      }
    }
  }

  private void placeIfPure(int operation) {
    if (!timeline.isPure(operation) || !timeline.hasReturned(operation)) {
      return;
    }
    int next = transitions.next(frontier.state, timeline.kind[operation]);
    if (next != Transitions.REJECTED) {
      transitions.requirePure(frontier.state, next, timeline.kind[operation]);
      frontier.place(operation, next);
    }
  }

  /** Goes back to the last choice that has something left, and takes it. */
  private boolean choose() {
    while (!choices.isEmpty()) {
      frontier.shrink(choices.length());
      if (choices.knownReturns() != timeline.returns()) {
        stateChanged = true;
        settle();
        choices.renew(frontier.length(), timeline.returns());
        if (frontier.isComplete()) {
          return true;
        }
      }
      if (placeNext()) {
        return true;
      }
      if (!choices.wentOn()) {
        listener.stuck(frontier);
      }
      choices.pop();
    }
    return false;
  }

  private boolean placeNext() {
    int due = timeline.returned[frontier.stage];
    if (choices.cursor() == Choices.START) {
      choices.moveTo(0);
      if (!timeline.isPure(due) && tryPlace(due)) {
        return true;
      }
    }
    int slot = frontier.nextChoice(choices.cursor());
    for (; slot >= 0; slot = frontier.nextChoice(slot + 1)) {
      int operation = frontier.occupant[slot];
      choices.moveTo(slot + 1);
      if (operation != due && tryPlace(operation)) {
        return true;
      }
    }
    return false;
  }

  private boolean tryPlace(int operation) {
    int twin = timeline.twin[operation];
    if (twin != Timeline.NONE && !frontier.isPlaced(twin)) {
      return false;
    }
    int next = transitions.next(frontier.state, timeline.kind[operation]);
    if (next == Transitions.REJECTED) {
      return false;
    }
    if (next == frontier.state && !timeline.hasReturned(operation)) {
      return false; // without it, the order does as well
    }
    stateChanged = next != frontier.state;
    frontier.place(operation, next);
    return true;
  }

  /**
   * Takes what an operation turned out to be. If it is placed where it cannot be that, it and all
   * after it are taken back.
   */
  void settleOutput(int operation) {
    frontier.refresh(operation);
    int position = frontier.isPlaced(operation) ? frontier.position(operation) : Timeline.NONE;
    if (position == Timeline.NONE) {
      return;
    }
    int after = transitions.next(frontier.stateBefore(position), timeline.kind[operation]);
    if (after != frontier.stateBefore(position + 1)) {
      retract(position);
    }
  }

  /** Lets the next run look for another order than the one it found. */
  void rejectOrder() {
    isRetracted = true;
  }

  private void retract(int position) {
    while (choices.length() > position) {
      visited.remove(choices.configuration());
      choices.pop();
    }
    choices.renew(choices.length(), Timeline.NONE);
    isRetracted = true;
  }
}
