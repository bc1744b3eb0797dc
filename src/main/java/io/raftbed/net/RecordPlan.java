package io.raftbed.net;

import java.lang.invoke.MethodHandle;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** How to count and copy the records of one class; made once for each class, and immutable. */
final class RecordPlan {

  /**
   * A component of a record.
   *
   * @param name its name
   * @param part what to do with its values
   * @param getter reads it, as (Record)Object
   */
  record Component(String name, Part part, MethodHandle getter) {

    @Nullable Object get(Record record) {
      try {
        return (Object) getter.invokeExact(record);
      } catch (Throwable e) {
        throw unchecked(e);
      }
    }
  }

  private final String name;
  private final List<Component> components;
  private final Component[] counted;
  private final int fixedBytes;
  private final @Nullable MethodHandle copier;

  /**
   * Makes a plan.
   *
   * @param type the record class
   * @param components all its components, in order
   * @param copier copies a record, as (Record)Record; null when its records can be shared
   */
  RecordPlan(Class<?> type, List<Component> components, @Nullable MethodHandle copier) {
    this.name = type.getSimpleName();
    this.components = List.copyOf(components);
    this.counted =
        components.stream()
            .filter(component -> !(component.part() instanceof Part.Fixed))
            .toArray(Component[]::new);
    this.fixedBytes =
        components.stream()
            .mapToInt(c -> c.part() instanceof Part.Fixed fixed ? fixed.bytes() : 0)
            .sum();
    this.copier = copier;
  }

  List<Component> components() {
    return components;
  }

  boolean immutable() {
    return copier == null;
  }

  int size(Record record) {
    int size = fixedBytes;
    for (Component component : counted) {
      Object value = component.get(record);
      if (value == null) {
        throw Part.holdsNull(name + "." + component.name());
      }
      size += component.part().size(value);
    }
    return size;
  }

  Record copy(Record record) {
    MethodHandle handle = copier;
    if (handle == null) {
      return record;
    }
    try {
      return (Record) handle.invokeExact(record);
    } catch (Throwable e) {
      throw unchecked(e);
    }
  }

  /** Passes on what an accessor or a constructor of the message threw. */
  private static RuntimeException unchecked(Throwable e) {
    if (e instanceof Error error) {
      throw error;
    }
    return e instanceof RuntimeException runtime ? runtime : new IllegalStateException(e);
  }
}
