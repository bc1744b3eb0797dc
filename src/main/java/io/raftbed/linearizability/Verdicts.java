package io.raftbed.linearizability;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;

/** Makes one verdict of those about the partitions. */
final class Verdicts {

  private record Point<I, O>(Operation<I, O> operation, long time) {}

  private Verdicts() {}

  static <I, O> CheckResult<I, O> combine(List<PartitionResult<I, O>> partitions) {
    TreeSet<String> procedures = new TreeSet<>();
    partitions.forEach(it -> procedures.add(it.procedure()));
    long steps = partitions.stream().mapToLong(PartitionResult::steps).sum();
    return new CheckResult<>(verdict(partitions), partitions, String.join("+", procedures), steps);
  }

  private static <I, O> Verdict<I, O> verdict(List<PartitionResult<I, O>> partitions) {
    if (partitions.size() == 1) {
      return partitions.getFirst().verdict();
    }
    return first(partitions, Verdict.NotLinearizable.class)
        .or(() -> first(partitions, Verdict.Undecided.class))
        .orElseGet(() -> new Verdict.Linearizable<>(order(partitions)));
  }

  private static <I, O> Optional<Verdict<I, O>> first(
      List<PartitionResult<I, O>> partitions, Class<?> kind) {
    return partitions.stream().map(PartitionResult::verdict).filter(kind::isInstance).findFirst();
  }

  /**
   * Returns one order of the operations of all partitions. Each operation takes effect as early as
   * its partition's order allows; sorting by that moment keeps every partition's order and never
   * puts an operation before one that ended before its call.
   */
  private static <I, O> Optional<List<Operation<I, O>>> order(
      List<PartitionResult<I, O>> partitions) {
    List<Point<I, O>> points = new ArrayList<>();
    for (PartitionResult<I, O> partition : partitions) {
      if (!(partition.verdict() instanceof Verdict.Linearizable<I, O> yes)
          || yes.order().isEmpty()) {
        return Optional.empty();
      }
      long time = Long.MIN_VALUE;
      for (Operation<I, O> operation : yes.order().get()) {
        time = Math.max(time, operation.call());
        points.add(new Point<>(operation, time));
      }
    }
    points.sort(Comparator.comparingLong(Point::time));
    return Optional.of(points.stream().<Operation<I, O>>map(Point::operation).toList());
  }
}
