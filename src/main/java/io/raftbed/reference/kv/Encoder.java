package io.raftbed.reference.kv;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes values one after the other: numbers big-endian, texts as UTF-8 after their length. */
final class Encoder {

  private static final int FIRST_CAPACITY = 64;

  private ByteBuffer out = ByteBuffer.allocate(FIRST_CAPACITY);

  Encoder putInt(int value) {
    room(Integer.BYTES).putInt(value);
    return this;
  }

  Encoder putLong(long value) {
    room(Long.BYTES).putLong(value);
    return this;
  }

  /** Writes which one of a few values this is, in a byte. */
  <T> Encoder putOneOf(List<T> values, T value) {
    room(Byte.BYTES).put((byte) values.indexOf(value));
    return this;
  }

  Encoder putBytes(byte[] value) {
    putInt(value.length);
    room(value.length).put(value);
    return this;
  }

  /**
   * Writes a text.
   *
   * @throws IllegalArgumentException if it has half of a surrogate pair, which UTF-8 cannot hold:
   *     it would come back as another text
   */
  Encoder putString(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    if (!new String(utf8, StandardCharsets.UTF_8).equals(value)) {
      throw new IllegalArgumentException("a text has half of a surrogate pair");
    }
    return putBytes(utf8);
  }

  /** Returns all that was written. */
  byte[] bytes() {
    return Arrays.copyOf(out.array(), out.position());
  }

  private ByteBuffer room(int bytes) {
    if (out.remaining() < bytes) {
      int capacity = Math.max(2 * out.capacity(), out.position() + bytes);
      out = ByteBuffer.allocate(capacity).put(out.flip());
    }
    return out;
  }
}
