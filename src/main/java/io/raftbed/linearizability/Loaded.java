package io.raftbed.linearizability;

import java.util.ArrayList;
import java.util.List;

/**
 * A whole history made ready for a search. Operations of unknown outcome are optional; those of
 * them that are pure are left out, as they change nothing for anyone.
 *
 * @param timeline the history as numbers
 * @param operations the operations by their numbers in the timeline
 */
record Loaded<I, O>(Timeline timeline, List<Operation<I, O>> operations) {

  /**
   * Loads a history.
   *
   * @param operations by call, without failed ones
   */
  static <S, I, O> Loaded<I, O> load(
      List<Operation<I, O>> operations, Transitions<S, I, O> transitions, Meter meter) {
    Timeline timeline = new Timeline(concurrency(operations, meter));
    List<Operation<I, O>> kept = new ArrayList<>();
    boolean grows = transitions.model().grows();
    int[] numbers = new int[operations.size()];
    Events.replay(
        operations,
        meter,
        new Events.Handler() {
          @Override
          public void called(int at) {
            Operation<I, O> operation = operations.get(at);
            int kind = transitions.kind(operation.input(), operation.outcome());
            boolean resets = grows && transitions.resets(kind);
            if (operation.isOk()) {
              numbers[at] = timeline.call(kind, transitions.isPure(kind), resets);
              kept.add(operation);
            } else if (!transitions.isPure(kind)) {
              timeline.callOptional(kind, resets);
              kept.add(operation);
            }
          }

          @Override
          public void returned(int at) {
            timeline.returns(numbers[at]);
          }
        });
    meter.allocate(timeline.bytes());
    return new Loaded<>(timeline, kept);
  }

  private static <I, O> int concurrency(List<Operation<I, O>> operations, Work work) {
    int[] open = {0, 0};
    Events.replay(
        operations,
        work,
        new Events.Handler() {
          @Override
          public void called(int at) {
            if (operations.get(at).isOk()) {
              open[1] = Math.max(open[1], ++open[0]);
            }
          }

          @Override
          public void returned(int at) {
            open[0]--;
          }
        });
    return open[1];
  }
}
