package io.raftbed.scenario;

import io.raftbed.suite.KvContext;
import io.raftbed.suite.ServiceMemory;
import io.raftbed.suite.TestContext;
import io.raftbed.trace.FailureKind;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Looks how much servers keep. */
final class Limits {

  private final TestContext test;
  private final Optional<KvContext> service;
  private final Map<String, ServiceMemory> notes = new HashMap<>();

  Limits(TestContext test, Optional<KvContext> service) {
    this.test = test;
    this.service = service;
  }

  void take(LimitAction action) {
    switch (action) {
      case LimitAction.LimitStorage limit -> {
        limit
            .raftState()
            .ifPresent(most -> limit("Raft state", test.cluster().raftStateSize(), most));
        limit.snapshot().ifPresent(most -> limit("snapshot", test.cluster().snapshotSize(), most));
      }
      case LimitAction.NoteMemory(String as) -> notes.put(as, memory());
      case LimitAction.LimitMemory(String since, Optional<Integer> growth) ->
          limitMemory(since, growth.orElse(0));
    }
  }

  private void limit(String what, int bytes, int most) {
    test.check(
        bytes <= most,
        FailureKind.LIMIT,
        "a saved %s is too large".formatted(what),
        "it has %d bytes; the scenario allows %d".formatted(bytes, most));
  }

  private void limitMemory(String since, int growth) {
    ServiceMemory before = notes.get(since);
    if (before == null) {
      throw new NotThereException("nothing is noted as " + since); // its step was left out
    }
    memory().limitGrowth(before, growth, test, "since the note \"" + since + "\"");
  }

  private ServiceMemory memory() {
    return ServiceMemory.of(service.orElseThrow());
  }
}
