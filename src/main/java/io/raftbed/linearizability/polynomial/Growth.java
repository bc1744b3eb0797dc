package io.raftbed.linearizability.polynomial;

/** What an operation does to a text that only grows, as {@link Appends} needs to know it. */
public sealed interface Growth {

  /** It added to the end, or may have if its outcome is unknown. */
  record Append(String more) implements Growth {}

  /** It saw the whole text. */
  record Seen(String text) implements Growth {}

  /** It is always possible and changes nothing. */
  record Nothing() implements Growth {}

  /** It is none of these; the procedure does not fit. */
  record Other() implements Growth {}
}
