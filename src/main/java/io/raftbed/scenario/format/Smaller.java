package io.raftbed.scenario.format;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Records that say a little less than another: what is left out first, then smaller values. */
public final class Smaller {

  private final Function<Object, Stream<?>> ofWords;

  /**
   * Makes one.
   *
   * @param ofWords returns smaller values of a value that is no record, list or number, the
   *     smallest first
   */
  public Smaller(Function<Object, Stream<?>> ofWords) {
    this.ofWords = ofWords;
  }

  /** Returns records that differ from one in a single place each; those that cannot be are none. */
  public Stream<Record> of(Record record) {
    return Component.of(record.getClass()).stream()
        .filter(component -> !component.isKept())
        .flatMap(component -> of(record, component));
  }

  private Stream<Record> of(Record record, Component component) {
    return values(component.valueIn(record))
        .filter(smaller -> !component.lacks(smaller))
        .flatMap(smaller -> with(record, component.word(), smaller).stream());
  }

  private static Optional<Record> with(Record record, String word, Object value) {
    try {
      return Optional.of(Rebuild.with(record, word, value));
    } catch (IllegalArgumentException refused) {
      return Optional.empty();
    }
  }

  private Stream<?> values(Object value) {
    return switch (value) {
      case Optional<?> optional -> optional.stream().flatMap(this::ofOptional);
      case List<?> list -> ofList(list);
      case Boolean truth -> truth ? Stream.of(false) : Stream.of();
      case Integer number -> ofNumber(number);
      case Record record when !(record instanceof Text) -> of(record);
      default -> ofWords.apply(value);
    };
  }

  private Stream<?> ofOptional(Object present) {
    return Stream.concat(Stream.of(Optional.empty()), values(present).map(Optional::of));
  }

  private static Stream<Integer> ofNumber(int number) {
    return Stream.of(1, number / 2, number - 1)
        .filter(smaller -> smaller >= 1 && smaller < number)
        .distinct();
  }

  private Stream<?> ofList(List<?> list) {
    Stream<List<?>> shorter =
        IntStream.range(0, list.size()).mapToObj(i -> replaced(list, i, List.of()));
    Stream<List<?>> smaller =
        IntStream.range(0, list.size())
            .boxed()
            .flatMap(i -> values(list.get(i)).map(value -> replaced(list, i, List.of(value))));
    return Stream.concat(shorter, smaller);
  }

  private static List<?> replaced(List<?> list, int index, List<?> by) {
    List<Object> result = new ArrayList<>(list.subList(0, index));
    result.addAll(by);
    result.addAll(list.subList(index + 1, list.size()));
    return result;
  }
}
