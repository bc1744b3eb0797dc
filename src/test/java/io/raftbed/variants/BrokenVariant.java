package io.raftbed.variants;

import io.raftbed.trace.FailureKind;
import java.util.List;
import java.util.Set;

/**
 * A reference Raft with one known bug.
 *
 * @param id a short name, unique in the table; a control's ends in c
 * @param bug what is wrong, in a few words
 * @param expected the kinds of failure that show it, any of them; none for a control, which is
 *     equivalent to the reference and must never be reported
 * @param parts the suite parts that can show it; none when only a scenario with faults beyond the
 *     suites can, see {@code needs}
 * @param needs what must happen for it to show
 * @param goSuites how often the Go suites found the same bug, where that was measured
 * @param edits the bug itself
 */
public record BrokenVariant(
    String id,
    String bug,
    Set<FailureKind> expected,
    List<String> parts,
    String needs,
    String goSuites,
    List<Edit> edits) {

  /** Stands where nobody ran the Go suites against a bug. */
  static final String NOT_MEASURED = "not measured";

  public BrokenVariant {
    expected = Set.copyOf(expected);
    parts = List.copyOf(parts);
    edits = List.copyOf(edits);
  }

  /** Returns whether this one is equivalent to the reference. */
  public boolean isControl() {
    return expected.isEmpty();
  }

  /** Begins a variant that fails with one of these kinds. */
  static BrokenVariant of(String id, String bug, FailureKind... expected) {
    return new BrokenVariant(
        id, bug, Set.of(expected), List.of(), "nothing special", NOT_MEASURED, List.of());
  }

  BrokenVariant seenIn(String... suiteParts) {
    return new BrokenVariant(id, bug, expected, List.of(suiteParts), needs, goSuites, edits);
  }

  BrokenVariant needs(String event) {
    return new BrokenVariant(id, bug, expected, parts, event, goSuites, edits);
  }

  BrokenVariant inGo(String found) {
    return new BrokenVariant(id, bug, expected, parts, needs, found, edits);
  }

  BrokenVariant by(Edit... changes) {
    return new BrokenVariant(id, bug, expected, parts, needs, goSuites, List.of(changes));
  }

  @Override
  public String toString() {
    return id + " " + bug;
  }
}
