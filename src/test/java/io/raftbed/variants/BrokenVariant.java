package io.raftbed.variants;

import io.raftbed.trace.FailureKind;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A reference Raft, or a reference service above it, with one known bug.
 *
 * @param id a short name, unique in the table; a control's ends in c
 * @param bug what is wrong, in a few words
 * @param style how its leader replicates
 * @param expected the kinds of failure that show it, any of them; none for a control, which is
 *     equivalent to the reference and must never be reported
 * @param foundBy the id of the suite test that finds it quickest; empty for a control, and where no
 *     suite test finds it
 * @param needs what must happen for it to show; why nothing can, for a control
 * @param edits the bug itself
 */
public record BrokenVariant(
    String id,
    String bug,
    Style style,
    Set<FailureKind> expected,
    String foundBy,
    String needs,
    List<Edit> edits) {

  /** When entries go out. */
  public enum Style {
    /** At once, as the reference sends them. */
    EAGER("eager"),
    /** With the next heartbeat. */
    HEARTBEAT_DRIVEN("heartbeats");

    private final String label;

    Style(String label) {
      this.label = label;
    }

    /** Returns the style as the table prints it. */
    public String label() {
      return label;
    }
  }

  public BrokenVariant {
    expected = Set.copyOf(expected);
    edits = List.copyOf(edits);
  }

  /** Returns whether this one is equivalent to the reference. */
  public boolean isControl() {
    return expected.isEmpty();
  }

  /** Returns whether a suite test finds this one. */
  public boolean isFound() {
    return !foundBy.isEmpty();
  }

  /** Begins a variant that fails with one of these kinds. */
  static BrokenVariant of(String id, String bug, FailureKind... expected) {
    return new BrokenVariant(
        id, bug, Style.EAGER, Set.of(expected), "", "nothing special", List.of());
  }

  BrokenVariant foundBy(String suiteTest) {
    return new BrokenVariant(id, bug, style, expected, suiteTest, needs, edits);
  }

  BrokenVariant needs(String event) {
    return new BrokenVariant(id, bug, style, expected, foundBy, event, edits);
  }

  BrokenVariant by(Edit... changes) {
    return by(List.of(changes));
  }

  /** Adds edits to those that there are. */
  BrokenVariant by(List<Edit> changes) {
    List<Edit> all = Stream.concat(edits.stream(), changes.stream()).toList();
    return new BrokenVariant(id, bug, style, expected, foundBy, needs, all);
  }

  @Override
  public String toString() {
    return id + " " + bug;
  }
}
