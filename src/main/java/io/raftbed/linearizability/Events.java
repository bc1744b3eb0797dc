package io.raftbed.linearizability;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The calls and returns of some operations in the order of time. At one time calls come first, so
 * that what ends and what is called then is concurrent.
 */
final class Events {

  private Events() {}

  /** Told of calls and returns; operations by their place in the list. */
  interface Handler {
    void called(int operation);

    void returned(int operation);
  }

  /**
   * Goes through the events.
   *
   * @param operations by call; those that are not ok have no return
   * @param work told of each return
   */
  static <I, O> void replay(List<Operation<I, O>> operations, Work work, Handler handler) {
    int[] byEnd = byEnd(operations, work);
    int call = 0;
    for (int ended : byEnd) {
      work.unit();
      long end = operations.get(ended).end();
      while (call < operations.size() && operations.get(call).call() <= end) {
        handler.called(call++);
      }
      handler.returned(ended);
    }
    while (call < operations.size()) {
      handler.called(call++);
    }
  }

  private static <I, O> int[] byEnd(List<Operation<I, O>> operations, Work work) {
    int[] ok =
        IntStream.range(0, operations.size()).filter(i -> operations.get(i).isOk()).toArray();
    long[] packed = new long[ok.length];
    int bits = Long.SIZE - Long.numberOfLeadingZeros(operations.size());
    for (int i = 0; i < ok.length; i++) {
      work.unit();
      long end = operations.get(ok[i]).end();
      if (end >> (62 - bits) != 0) {
        return byComparing(operations, ok);
      }
      packed[i] = end << bits | ok[i];
    }
    Arrays.sort(packed);
    return Arrays.stream(packed).mapToInt(it -> (int) (it & ((1L << bits) - 1))).toArray();
  }

  /** The slow way, for times that leave no room for the operation beside them. */
  private static <I, O> int[] byComparing(List<Operation<I, O>> operations, int[] ok) {
    return Arrays.stream(ok)
        .boxed()
        .sorted(Comparator.comparingLong(i -> operations.get(i).end()))
        .mapToInt(Integer::intValue)
        .toArray();
  }
}
