package io.raftbed.sim.agent;

import java.lang.classfile.Attributes;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at the values of static fields after their classes are initialised: all replicas share
 * them, so they must not be able to change.
 */
final class SharedStatics {
  private final Class<?> type;
  private final List<Refused> refused = new ArrayList<>();
  private final Set<Object> seen = Collections.newSetFromMap(new IdentityHashMap<>());

  private SharedStatics(Class<?> type) {
    this.type = type;
  }

  static List<Refused> of(Class<?> type) {
    if (!AppClasses.refusable(Names.internal(type))) {
      return List.of();
    }
    SharedStatics statics = new SharedStatics(type);
    try {
      for (Field field : type.getDeclaredFields()) {
        if (Modifier.isStatic(field.getModifiers())) {
          statics.look(field);
        }
      }
    } catch (LinkageError e) {
      // The class names one that is missing; its use will tell.
    }
    return statics.refused;
  }

  private void look(Field field) {
    if (field.isSynthetic() || field.getName().startsWith("$") || field.getType().isPrimitive()) {
      return;
    }
    Object value = read(field, null);
    String changing = value == null ? null : whatChanges(value);
    if (changing != null) {
      refused.add(
          new Refused(
              type.getName(),
              sourceFile(),
              lineOf(field),
              "static field " + Names.simple(Names.internal(type)) + "." + field.getName(),
              "all replicas share it and " + changing + "; make it a field of the instance"));
    }
  }

  /** Returns what can change in a value, or null when nothing can. */
  private @Nullable String whatChanges(Object value) {
    if (!seen.add(value)) {
      return null;
    }
    rememberShared(value);
    if (Mutability.changes(value)) {
      return describe(value) + " can change";
    } else if (!isOurs(value.getClass())) {
      return elementChanges(value);
    }
    for (Class<?> next = value.getClass(); isOurs(next); next = next.getSuperclass()) {
      String changing = whatChanges(value, next);
      if (changing != null) {
        return changing;
      }
    }
    return null;
  }

  private @Nullable String whatChanges(Object owner, Class<?> declaring) {
    for (Field field : declaring.getDeclaredFields()) {
      if (Modifier.isStatic(field.getModifiers()) || field.isSynthetic()) {
        continue;
      }
      if (!Modifier.isFinal(field.getModifiers())) {
        String where = Names.simple(Names.internal(declaring)) + "." + field.getName();
        return "its field " + where + " is not final";
      }
      Object value = field.getType().isPrimitive() ? null : read(field, owner);
      String changing = value == null ? null : whatChanges(value);
      if (changing != null) {
        return changing;
      }
    }
    return null;
  }

  /** A collection that never changes may hold objects that do. */
  private @Nullable String elementChanges(Object value) {
    Iterable<?> elements = List.of();
    if (value instanceof Map<?, ?> map) {
      elements = map.values();
    } else if (value instanceof Collection<?> collection) {
      elements = collection;
    }
    for (Object element : elements) {
      String changing = element == null ? null : whatChanges(element);
      if (changing != null) {
        return changing;
      }
    }
    return null;
  }

  private static boolean isOurs(@Nullable Class<?> type) {
    return type != null && !type.isArray() && AppClasses.refusable(Names.internal(type));
  }

  /** Makes each simulation remember a hash code of its own for a shared object. */
  private static void rememberShared(Object value) {
    for (Class<?> next = value.getClass(); next != null; next = next.getSuperclass()) {
      String name = next == IdentityObject.class ? IdentityObject.FIELD : IdentityHash.FIELD;
      if (next == IdentityObject.class || isOurs(next)) {
        mark(value, next, name);
      }
    }
  }

  private static void mark(Object value, Class<?> declaring, String name) {
    try {
      Field field = declaring.getDeclaredField(name);
      if (field.trySetAccessible() && field.getInt(value) == 0) {
        field.setInt(value, IdentityObject.SHARED);
      }
    } catch (ReflectiveOperationException e) {
      // The class has a hash code of its own.
    }
  }

  private static @Nullable Object read(Field field, @Nullable Object owner) {
    try {
      return field.trySetAccessible() ? field.get(owner) : null;
    } catch (IllegalAccessException | LinkageError e) {
      return null; // its class could not be initialised; its use will tell
    }
  }

  private static String describe(Object value) {
    Class<?> type = value.getClass();
    return type.isArray() ? "an array" : "a " + Names.readable(Names.internal(type));
  }

  private String sourceFile() {
    return ApplicationClasses.read(type)
        .flatMap(model -> model.findAttribute(Attributes.sourceFile()))
        .map(attribute -> attribute.sourceFile().stringValue())
        .orElse(type.getName());
  }

  private int lineOf(Field field) {
    return ApplicationClasses.read(type)
        .flatMap(model ->
            model.methods().stream()
                .filter(method -> method.methodName().equalsString("<clinit>"))
                .findFirst())
        .map(initialiser -> lineOf(field, initialiser))
        .orElse(0);
  }

  private static int lineOf(Field field, MethodModel initialiser) {
    int line = 0;
    for (CodeElement element : initialiser.code().orElseThrow()) {
      if (element instanceof LineNumber number) {
        line = number.line();
      } else if (element instanceof FieldInstruction access
          && access.opcode() == Opcode.PUTSTATIC
          && access.name().equalsString(field.getName())) {
        return line;
      }
    }
    return 0;
  }
}
