package io.raftbed.linearizability;

/**
 * A note for pictures of a history, such as a crash or a cut; it has no part in checking.
 *
 * @param lane the client in whose lane it is shown, or a name of its own such as "network"
 * @param start when it began, in the history's unit of time
 * @param end when it ended, in the same unit; equal to the start for a moment
 * @param label a few words
 * @param details what a reader may ask for; may be empty
 */
public record Annotation(String lane, long start, long end, String label, String details) {

  public Annotation {
    if (end < start) {
      throw new IllegalArgumentException(
          "annotation '%s' ends at %d, before its start at %d".formatted(label, end, start));
    }
  }
}
