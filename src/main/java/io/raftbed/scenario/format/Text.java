package io.raftbed.scenario.format;

/**
 * A value that a file writes as one word, such as {@code 200ms}. Its class has a constructor or a
 * static method {@code parse} that takes the text and throws {@link IllegalArgumentException} with
 * one sentence when it cannot; {@code toString} gives the text back.
 */
public interface Text {

  /** Returns the text, as {@code parse} takes it. */
  @Override
  String toString();
}
