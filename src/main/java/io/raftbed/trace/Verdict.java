package io.raftbed.trace;

import java.util.List;
import java.util.stream.Stream;

/** How a run ended. */
public sealed interface Verdict {

  /** Everything that was asserted held. */
  record Pass() implements Verdict {}

  /**
   * Nothing was judged: the test is about what an implementation may have or not, and this one has
   * not.
   *
   * @param what what it would have to offer, as a sentence
   */
  record NotOffered(String what) implements Verdict {}

  /**
   * The first thing that went wrong; a run ends there.
   *
   * @param kind what kind of failure
   * @param message one sentence that names what was broken
   * @param facts the clashing facts, one line each, most telling first
   * @param virtualNanos when, in virtual nanoseconds since the start of the run
   * @param moments when the clashing facts came about, as far as is known; the events of these
   *     moments show them
   */
  record Fail(
      FailureKind kind, String message, List<String> facts, long virtualNanos, List<Moment> moments)
      implements Verdict {
    public Fail {
      facts = List.copyOf(facts);
      moments = List.copyOf(moments);
    }

    /** A failure whose facts are no events. */
    public Fail(FailureKind kind, String message, List<String> facts, long virtualNanos) {
      this(kind, message, facts, virtualNanos, List.of());
    }

    /** Returns the message and the facts, one line each. */
    public List<String> lines() {
      return Stream.concat(Stream.of(message), facts.stream()).toList();
    }
  }

  /** Returns whether nothing failed. */
  default boolean passed() {
    return !(this instanceof Fail);
  }

  /** Returns {@code pass}, {@code not offered} or the failure's kind, as reports print it. */
  default String label() {
    return switch (this) {
      case Pass() -> "pass";
      case NotOffered _ -> "not offered";
      case Fail fail -> fail.kind().label();
    };
  }
}
