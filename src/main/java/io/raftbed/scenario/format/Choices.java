package io.raftbed.scenario.format;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The records of a sealed interface, by their words. */
final class Choices {
  private Choices() {}

  /** Returns the records in the order in which they are declared; sealed interfaces may nest. */
  static List<Class<?>> of(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .flatMap(type -> type.isSealed() ? of(type).stream() : Stream.of(type))
        .toList();
  }

  static List<String> words(Class<?> sealed) {
    return of(sealed).stream().map(Words::of).toList();
  }

  static Optional<Class<?>> find(Class<?> sealed, String word) {
    return of(sealed).stream().filter(type -> Words.of(type).equals(word)).findFirst();
  }
}
