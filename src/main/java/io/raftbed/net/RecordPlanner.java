package io.raftbed.net;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Makes the plan of a record class and of the records in it, or refuses it with a reason. */
final class RecordPlanner {

  private static final Map<Class<?>, Integer> FIXED_BYTES = fixedBytes();

  /** The records being planned, outermost first, and those done. */
  private final Map<Class<?>, Optional<RecordPlan>> plans = new HashMap<>();

  RecordPlan plan(Class<?> type) {
    plans.put(type, Optional.empty());
    List<RecordPlan.Component> components = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      String where = type.getSimpleName() + "." + component.getName();
      Part part = part(component.getGenericType(), where);
      MethodHandle getter = getter(type, component);
      components.add(new RecordPlan.Component(component.getName(), part, generic(getter)));
    }
    boolean immutable = components.stream().allMatch(component -> component.part().immutable());
    RecordPlan plan = new RecordPlan(type, components, immutable ? null : copier(type, components));
    plans.put(type, Optional.of(plan));
    return plan;
  }

  private Part part(Type type, String where) {
    return switch (type) {
      case Class<?> plain -> part(plain, where);
      case ParameterizedType generic when generic.getRawType() == List.class ->
          new Part.Elements(part(generic.getActualTypeArguments()[0], where), where);
      case ParameterizedType generic when generic.getRawType() == Optional.class ->
          new Part.Maybe(part(generic.getActualTypeArguments()[0], where));
      case GenericArrayType array ->
          new Part.ObjectArray(part(array.getGenericComponentType(), where), where);
      default -> throw unsupported(type, where);
    };
  }

  private Part part(Class<?> type, String where) {
    Integer bytes = FIXED_BYTES.get(type);
    if (bytes != null) {
      return new Part.Fixed(bytes);
    }
    if (type.isEnum()) {
      return new Part.Fixed(Integer.BYTES);
    }
    if (type == String.class) {
      return new Part.Text();
    }
    if (type.isArray()) {
      Class<?> element = type.getComponentType();
      return element.isPrimitive()
          ? new Part.PrimitiveArray(Objects.requireNonNull(FIXED_BYTES.get(element)))
          : new Part.ObjectArray(part(element, where), where);
    }
    if (type.isRecord() && type.getTypeParameters().length == 0) {
      return nested(type);
    }
    throw unsupported(type, where);
  }

  private Part nested(Class<?> type) {
    Optional<RecordPlan> known = plans.get(type);
    if (known == null) {
      return new Part.Nested(plan(type));
    }
    return known.<Part>map(Part.Nested::new).orElseGet(Part.Recursive::new);
  }

  /** Composes one handle that reads, copies and constructs without boxing a primitive. */
  private static MethodHandle copier(Class<?> type, List<RecordPlan.Component> components) {
    MethodHandle copier = constructor(type);
    RecordComponent[] declared = type.getRecordComponents();
    for (int i = 0; i < declared.length; i++) {
      MethodHandle value = getter(type, declared[i]);
      Part part = components.get(i).part();
      if (!part.immutable()) {
        Class<?> valueType = declared[i].getType();
        MethodHandle copy = copyPart().bindTo(part);
        value =
            MethodHandles.filterReturnValue(
                value, copy.asType(MethodType.methodType(valueType, valueType)));
      }
      copier = MethodHandles.filterArguments(copier, i, value);
    }
    MethodHandle ofOne =
        MethodHandles.permuteArguments(
            copier, MethodType.methodType(type, type), new int[declared.length]);
    return ofOne.asType(MethodType.methodType(Record.class, Record.class));
  }

  private static MethodHandle generic(MethodHandle getter) {
    return getter.asType(MethodType.methodType(Object.class, Record.class));
  }

  private static MethodHandle copyPart() {
    try {
      return MethodHandles.lookup()
          .findVirtual(Part.class, "copy", MethodType.methodType(Object.class, Object.class));
    } catch (ReflectiveOperationException e) {
      throw new LinkageError("Part.copy", e);
    }
  }

  /** Reads the field: an accessor may be the program's, and run where nothing contains it. */
  private static MethodHandle getter(Class<?> type, RecordComponent component) {
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .findGetter(type, component.getName(), component.getType());
    } catch (IllegalAccessException e) {
      throw notOpen(type, e);
    } catch (NoSuchFieldException e) {
      throw new LinkageError("Every component of a record has its field: " + type, e);
    }
  }

  private static MethodHandle constructor(Class<?> type) {
    Class<?>[] parameters =
        Arrays.stream(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    try {
      return MethodHandles.privateLookupIn(type, MethodHandles.lookup())
          .findConstructor(type, MethodType.methodType(void.class, parameters));
    } catch (IllegalAccessException e) {
      throw notOpen(type, e);
    } catch (NoSuchMethodException e) {
      throw new LinkageError("Every record has its canonical constructor: " + type, e);
    }
  }

  private static UnsupportedMessageException notOpen(Class<?> type, IllegalAccessException cause) {
    var refusal =
        new UnsupportedMessageException(
            "%s is in a module that is not open to Raftbed; open its package or use no module."
                .formatted(type.getSimpleName()));
    refusal.initCause(cause);
    return refusal;
  }

  private static UnsupportedMessageException unsupported(Type type, String where) {
    return new UnsupportedMessageException(
        ("%s is of type %s, which a message cannot carry; use primitives, strings, enums, arrays,"
                + " records, or Lists and Optionals of these.")
            .formatted(where, type.getTypeName()));
  }

  private static Map<Class<?>, Integer> fixedBytes() {
    Map<Class<?>, Integer> bytes = new HashMap<>();
    List.of(boolean.class, Boolean.class, byte.class, Byte.class).forEach(t -> bytes.put(t, 1));
    List.of(short.class, Short.class, char.class, Character.class)
        .forEach(t -> bytes.put(t, Short.BYTES));
    List.of(int.class, Integer.class, float.class, Float.class)
        .forEach(t -> bytes.put(t, Integer.BYTES));
    List.of(long.class, Long.class, double.class, Double.class)
        .forEach(t -> bytes.put(t, Long.BYTES));
    return Map.copyOf(bytes);
  }
}
