package io.raftbed.cli;

import com.google.common.collect.EnumMultiset;
import com.google.common.collect.Multiset;
import io.raftbed.report.Role;
import io.raftbed.trace.EventKind;
import io.raftbed.trace.TraceEvent;
import io.raftbed.trace.TraceSink;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Counts the distinct behaviours that runs show: what roles the servers have, in any order, and
 * what happens to one of them then. That few new ones come up says that a hunt has seen most of
 * what its nemeses lead to.
 */
final class Behaviours {

  /** Above twice the number of nodes in a run. */
  private static final int MOST = 256;

  private final Set<Long> seen = ConcurrentHashMap.newKeySet();

  /** Returns an executor that makes the runs of another, and looks on. */
  TestExecutor watching(TestExecutor runs) {
    return (test, seed, schedule, sink) -> {
      TraceSink watch = new Watch();
      return runs.run(
          test,
          seed,
          schedule,
          event -> {
            watch.accept(event);
            sink.accept(event);
          });
    };
  }

  /** How many so far. */
  int seen() {
    return seen.size();
  }

  /** Looks at one run. */
  private final class Watch implements TraceSink {

    private final Role.Table table = new Role.Table();
    private final Map<Integer, Role> roles = new HashMap<>();
    private final Multiset<Role> counts = EnumMultiset.create(Role.class);
    private long latest;

    @Override
    public void accept(TraceEvent event) {
      if (event.node() < 0 || event.kind() == EventKind.PRINT) {
        return;
      }
      Role now = table.after(event);
      Role before = roles.put(event.node(), now);
      if (before != null) {
        counts.remove(before);
      }
      counts.add(now);
      long behaviour = event.kind().code();
      for (Role role : Role.values()) {
        behaviour = behaviour * MOST + counts.count(role) * 2L + (role == before ? 1 : 0);
      }
      if (behaviour != latest) {
        latest = behaviour;
        seen.add(behaviour);
      }
    }
  }
}
