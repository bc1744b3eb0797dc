package io.raftbed.variants;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** All broken variants and controls, by part of the paper. */
public final class BrokenVariants {

  private BrokenVariants() {}

  /** Returns all of them: bugs first, then controls. */
  public static List<BrokenVariant> all() {
    List<BrokenVariant> eager = eagerBugs();
    Stream<BrokenVariant> heartbeatDriven =
        eager.stream().map(HeartbeatDriven::of).flatMap(Optional::stream);
    return Stream.of(
            eager.stream(),
            heartbeatDriven,
            Controls.all().stream(),
            HeartbeatDriven.controls().stream())
        .flatMap(variants -> variants)
        .toList();
  }

  private static List<BrokenVariant> eagerBugs() {
    return Stream.of(
            ElectionBugs.all(),
            TermBugs.all(),
            ReplicationBugs.all(),
            ProgressBugs.all(),
            PersistenceBugs.all(),
            SnapshotBugs.all(),
            ThreadingBugs.all())
        .flatMap(List::stream)
        .toList();
  }

  /**
   * Returns the variant with an id.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static BrokenVariant byId(String id) {
    return Stream.concat(all().stream(), MemberBugs.all().stream())
        .filter(variant -> variant.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("no variant has the id " + id));
  }
}
