package io.raftbed.cli;

import io.raftbed.scenario.Action;
import io.raftbed.scenario.LinkAction;
import io.raftbed.scenario.MachineAction;
import io.raftbed.scenario.MessageAction;
import io.raftbed.scenario.Scenario;
import io.raftbed.scenario.ScriptAction;
import io.raftbed.scenario.ServerAction;
import io.raftbed.scenario.Step;
import io.raftbed.scenario.format.Parts;
import io.raftbed.trace.FailureKind;
import io.raftbed.variants.BrokenVariant;
import io.raftbed.variants.UnrelatedEdit;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What became of a broken server.
 *
 * @param kind what kind of failure the hunt found
 * @param kept the file of the collection that found it; empty when a drawn scenario did
 * @param huntMillis how long that took
 * @param found the scenario before it was made small; the seed of a drawn one is how many were
 *     drawn
 * @param small what was left of it
 * @param shrinkMillis how long shrinking took
 * @param edited whether the small one still fails so after each edit
 */
record HuntedVariant(
    BrokenVariant variant,
    FailureKind kind,
    Optional<Path> kept,
    long huntMillis,
    Scenario found,
    Scenario small,
    long shrinkMillis,
    Map<UnrelatedEdit, Still> edited) {

  /** Whether a scenario still fails as it did. */
  enum Still {
    /** With the seed that it has. */
    WITH_ITS_SEED("yes"),
    /** With another of the seeds that it has. */
    WITH_ANOTHER_SEED("other seed"),
    /** With none of these. */
    NO("no");

    private final String words;

    Still(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  HuntedVariant {
    edited = Map.copyOf(edited);
  }

  /** Tells where the scenario comes from: its seed, or its file. */
  String origin() {
    return kept.map(file -> "[%s](../%s)".formatted(file.getFileName(), file))
        .orElseGet(() -> found.seed().map(seed -> Long.toString(seed)).orElseThrow());
  }

  /** Returns whether it still fails so after an edit. */
  Still after(UnrelatedEdit edit) {
    return Objects.requireNonNull(edited.get(edit));
  }

  /** How many steps a scenario has, those that are repeated among them. */
  static long steps(Scenario scenario) {
    return Parts.of(scenario.steps(), Step.class).count();
  }

  /** How many of its steps are faults. */
  static long faults(Scenario scenario) {
    return Parts.of(scenario.steps(), Action.class).filter(HuntedVariant::isFault).count();
  }

  private static boolean isFault(Action action) {
    return switch (action) {
      case ServerAction _, MessageAction _, MachineAction _ -> true;
      case LinkAction.Heal _, LinkAction.Connect _ -> false;
      case LinkAction _ -> true;
      case ScriptAction.KeepMajority _ -> true;
      default -> false;
    };
  }
}
