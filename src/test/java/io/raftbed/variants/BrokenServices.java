package io.raftbed.variants;

import java.util.List;
import java.util.stream.Stream;

/** All broken services and their controls, from the client down to the snapshot. */
final class BrokenServices {

  private BrokenServices() {}

  /** Returns all of them: bugs first, then controls. */
  static List<BrokenVariant> all() {
    return Stream.of(
            ClerkBugs.all(),
            DuplicateBugs.all(),
            ServiceBugs.all(),
            VersionBugs.all(),
            WaiterBugs.all(),
            KvSnapshotBugs.all(),
            KvControls.all())
        .flatMap(List::stream)
        .toList();
  }
}
