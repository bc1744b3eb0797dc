package io.raftbed.net;

import java.lang.reflect.Array;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a message does with the values of one type: counts their encoded bytes and copies them.
 * Values that nobody can change are shared, not copied.
 */
sealed interface Part {

  /** Returns whether every value of this type can be shared. */
  boolean immutable();

  /** Returns the encoded bytes of a value. */
  int size(Object value);

  /** Returns the receiver's own copy of a value. */
  Object copy(Object value);

  /** A primitive, its box or an enum. */
  record Fixed(int bytes) implements Part {
    @Override
    public boolean immutable() {
      return true;
    }

    @Override
    public int size(Object value) {
      return bytes;
    }

    @Override
    public Object copy(Object value) {
      return value;
    }
  }

  /** A string: 4 bytes of length and its UTF-8 bytes. */
  record Text() implements Part {
    @Override
    public boolean immutable() {
      return true;
    }

    @Override
    public int size(Object value) {
      return Integer.BYTES + ((String) value).getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public Object copy(Object value) {
      return value;
    }
  }

  /** An array of primitives: 4 bytes of length and its elements. */
  record PrimitiveArray(int elementBytes) implements Part {
    @Override
    public boolean immutable() {
      return false;
    }

    @Override
    public int size(Object value) {
      return Integer.BYTES + elementBytes * Array.getLength(value);
    }

    @Override
    public Object copy(Object value) {
      return switch (value) {
        case byte[] array -> array.clone();
        case int[] array -> array.clone();
        case long[] array -> array.clone();
        case boolean[] array -> array.clone();
        case short[] array -> array.clone();
        case char[] array -> array.clone();
        case float[] array -> array.clone();
        case double[] array -> array.clone();
        default -> throw new IllegalStateException("Not an array of primitives: " + value);
      };
    }
  }

  /** An array of anything else: 4 bytes of length and its elements. */
  record ObjectArray(Part element, String where) implements Part {
    @Override
    public boolean immutable() {
      return false;
    }

    @Override
    public int size(Object value) {
      int size = Integer.BYTES;
      for (Object each : (Object[]) value) {
        size += sizeOf(element, each, where);
      }
      return size;
    }

    @Override
    public Object copy(Object value) {
      Object[] array = (Object[]) value;
      Object[] copy = Arrays.copyOf(array, array.length);
      if (!element.immutable()) {
        Arrays.setAll(copy, i -> element.copy(array[i]));
      }
      return copy;
    }
  }

  /** A list: 4 bytes of length and its elements; the receiver gets a list that it may change. */
  record Elements(Part element, String where) implements Part {
    @Override
    public boolean immutable() {
      return false;
    }

    @Override
    public int size(Object value) {
      List<?> list = (List<?>) value;
      int size = Integer.BYTES;
      for (int i = 0, n = list.size(); i < n; i++) {
        size += sizeOf(element, list.get(i), where);
      }
      return size;
    }

    @Override
    public Object copy(Object value) {
      List<?> list = (List<?>) value;
      if (element.immutable()) {
        return new ArrayList<>(list);
      }
      List<Object> copy = new ArrayList<>(list.size());
      for (int i = 0, n = list.size(); i < n; i++) {
        copy.add(element.copy(list.get(i)));
      }
      return copy;
    }
  }

  /** An Optional: 1 byte, and its value if there is one. */
  record Maybe(Part value) implements Part {
    @Override
    public boolean immutable() {
      return value.immutable();
    }

    @Override
    public int size(Object optional) {
      return 1 + ((Optional<?>) optional).map(value::size).orElse(0);
    }

    @Override
    public Object copy(Object optional) {
      return immutable() ? optional : ((Optional<?>) optional).map(value::copy);
    }
  }

  /** A record within a message: its components. */
  record Nested(RecordPlan plan) implements Part {
    @Override
    public boolean immutable() {
      return plan.immutable();
    }

    @Override
    public int size(Object value) {
      return plan.size((Record) value);
    }

    @Override
    public Object copy(Object value) {
      return plan.copy((Record) value);
    }
  }

  /** A record that contains itself, such as a tree; its plan is looked up when it is met. */
  record Recursive() implements Part {
    @Override
    public boolean immutable() {
      return false;
    }

    @Override
    public int size(Object value) {
      return Messages.size((Record) value);
    }

    @Override
    public Object copy(Object value) {
      return Messages.copy((Record) value);
    }
  }

  /** Counts a value, and refuses null: nothing on the wire stands for it. */
  private static int sizeOf(Part part, @Nullable Object value, String where) {
    if (value == null) {
      throw holdsNull(where);
    }
    return part.size(value);
  }

  /** Returns the refusal of a null. */
  static UnsupportedMessageException holdsNull(String where) {
    return new UnsupportedMessageException(
        where + " holds null, which a message cannot carry; use an empty value or an Optional.");
  }
}
