package io.raftbed.scenario.format;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What a record is made of, down to the last. */
public final class Parts {
  private Parts() {}

  /** Returns a record, and all values in it, in the order of a file. */
  public static Stream<Object> of(Object value) {
    Stream<?> inner =
        switch (value) {
          case Optional<?> optional -> optional.stream();
          case List<?> list -> list.stream();
          case Record record when !(record instanceof Text) ->
              Component.of(record.getClass()).stream().map(c -> c.valueIn(record));
          default -> Stream.of();
        };
    return Stream.concat(Stream.of(value), inner.flatMap(Parts::of));
  }

  /** Returns those of a type. */
  public static <T> Stream<T> of(Object value, Class<T> type) {
    return of(value).filter(type::isInstance).map(type::cast);
  }
}
