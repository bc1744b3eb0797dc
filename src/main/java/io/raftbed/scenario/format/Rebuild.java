package io.raftbed.scenario.format;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Makes records of others, with some of their values replaced. */
public final class Rebuild {
  private Rebuild() {}

  /**
   * Returns a value in which each number, word and text was replaced, down to the last record.
   *
   * @throws IllegalArgumentException if a record refuses what it gets
   */
  public static Object each(Object value, UnaryOperator<Object> replace) {
    return switch (value) {
      case Optional<?> optional -> optional.map(inner -> each(inner, replace));
      case List<?> list -> list.stream().map(element -> each(element, replace)).toList();
      case Record record when !(record instanceof Text) ->
          make(
              record.getClass(),
              Component.of(record.getClass()).stream()
                  .map(component -> each(component.valueIn(record), replace))
                  .toArray());
      default -> replace.apply(value);
    };
  }

  /**
   * Returns a record with one component replaced.
   *
   * @param word the component, as files name it
   * @throws IllegalArgumentException if the record refuses it
   */
  public static Record with(Record record, String word, Object value) {
    return (Record)
        make(
            record.getClass(),
            Component.of(record.getClass()).stream()
                .map(each -> each.word().equals(word) ? value : each.valueIn(record))
                .toArray());
  }

  /**
   * Makes a record of its components.
   *
   * @throws IllegalArgumentException if the record refuses them
   */
  static Object make(Class<?> type, Object... values) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents()).map(c -> c.getType()).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof IllegalArgumentException refused) {
        throw refused;
      }
      throw new IllegalStateException(e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(type + " cannot be made", e);
    }
  }
}
