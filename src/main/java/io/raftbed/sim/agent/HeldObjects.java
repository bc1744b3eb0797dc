package io.raftbed.sim.agent;

import java.lang.ref.Reference;
import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Counts what a program holds, from some of its objects on: references, by the class of what they
 * refer to. References and not objects, so that a list that holds one object many times counts.
 *
 * <p>It does not look into Raftbed's own objects, which a program is handed, nor into threads.
 */
public final class HeldObjects {
  private final Map<Class<?>, List<Field>> fields = new HashMap<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());
  private final Deque<Object> next = new ArrayDeque<>();
  private final SortedMap<String, Integer> references = new TreeMap<>();

  private HeldObjects() {}

  /** Returns how many references there are to objects of each class. */
  public static SortedMap<String, Integer> from(Collection<?> roots) {
    HeldObjects held = new HeldObjects();
    roots.forEach(held::refersTo);
    while (!held.next.isEmpty()) {
      held.lookInto(held.next.pop());
    }
    return held.references;
  }

  private void refersTo(@Nullable Object object) {
    if (object == null) {
      return;
    }
    references.merge(Names.readable(Names.internal(object.getClass())), 1, Integer::sum);
    if (isOpen(object) && seen.add(object)) {
      next.push(object);
    }
  }

  /** A weak reference does not hold what it refers to. */
  private static boolean isOpen(Object object) {
    return !(object instanceof Thread
        || object instanceof Class
        || object instanceof ClassLoader
        || object instanceof Reference
        || object instanceof String
        || AppClasses.isHidden(Names.internal(object.getClass())));
  }

  private void lookInto(Object object) {
    Class<?> type = object.getClass();
    if (!type.isArray()) {
      fields
          .computeIfAbsent(type, HeldObjects::fieldsOf)
          .forEach(field -> refersTo(in(field, object)));
    } else if (!type.getComponentType().isPrimitive()) {
      for (int i = 0; i < Array.getLength(object); i++) {
        refersTo(Array.get(object, i));
      }
    }
  }

  private static List<Field> fieldsOf(Class<?> type) {
    List<Field> all = new ArrayList<>();
    for (Class<?> at = type; at != null; at = at.getSuperclass()) {
      for (Field field : at.getDeclaredFields()) {
        if (!Modifier.isStatic(field.getModifiers())
            && !field.getType().isPrimitive()
            && field.trySetAccessible()) {
          all.add(field);
        }
      }
    }
    return all;
  }

  private static @Nullable Object in(Field field, Object object) {
    try {
      return field.get(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(field + " was made accessible", e);
    }
  }
}
