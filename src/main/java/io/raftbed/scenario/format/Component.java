package io.raftbed.scenario.format;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A component of a record.
 *
 * @param word its name in files
 * @param kind how often its value may stand there
 * @param type the type of the value, or of each of several
 * @param component where it comes from
 */
record Component(String word, Kind kind, Class<?> type, RecordComponent component) {

  enum Kind {
    ONE,
    AT_MOST_ONE,
    SEVERAL
  }

  private static final ClassValue<List<Component>> KNOWN =
      new ClassValue<>() {
        @Override
        protected List<Component> computeValue(Class<?> record) {
          return Arrays.stream(record.getRecordComponents()).map(Component::of).toList();
        }
      };

  static List<Component> of(Class<?> record) {
    return KNOWN.get(record);
  }

  private static Component of(RecordComponent component) {
    Class<?> raw = component.getType();
    Kind kind = Kind.ONE;
    Class<?> type = raw;
    if (raw == Optional.class || raw == List.class) {
      kind = raw == List.class ? Kind.SEVERAL : Kind.AT_MOST_ONE;
      Type argument = ((ParameterizedType) component.getGenericType()).getActualTypeArguments()[0];
      type = (Class<?>) argument;
    }
    return new Component(Words.of(component.getName()), kind, type, component);
  }

  boolean isInline() {
    return component.isAnnotationPresent(Inline.class);
  }

  /** Whether a value is a list without what there must be. */
  boolean lacks(Object value) {
    return isRequired() && value instanceof List<?> list && list.isEmpty();
  }

  boolean isKept() {
    return component.isAnnotationPresent(Kept.class);
  }

  /** Whether a file must have it. */
  boolean isRequired() {
    return kind == Kind.ONE && type != boolean.class
        || component.isAnnotationPresent(AtLeastOne.class);
  }

  String says() {
    Says says = component.getAnnotation(Says.class);
    return says == null ? "" : says.value();
  }

  /** What a record gets where the file has nothing. */
  Object absent() {
    return switch (kind) {
      case AT_MOST_ONE -> Optional.empty();
      case SEVERAL -> List.of();
      case ONE -> false;
    };
  }

  /** Returns its value in a record. */
  Object valueIn(Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }
}
