package io.raftbed.reference.kv;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes values one after the other: numbers big-endian, texts as UTF-8 after their length. */
final class Encoder {

  private static final int FIRST_CAPACITY = 64;

  private ByteBuffer out;

  Encoder() {
    this(FIRST_CAPACITY);
  }

  /**
   * Makes a writer.
   *
   * @param capacity about how many bytes will be written; a good guess saves copies
   */
  Encoder(int capacity) {
    out = ByteBuffer.allocate(capacity);
  }

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
    return putBytes(value, value.length);
  }

  /** Writes the first bytes of an array. */
  Encoder putBytes(byte[] value, int length) {
    putInt(length);
    room(length).put(value, 0, length);
    return this;
  }

  /** Writes a text that was encoded before, and so has no half of a surrogate pair. */
  Encoder putString(String value) {
    return putBytes(value.getBytes(StandardCharsets.UTF_8));
  }

  Encoder putText(Utf8Text text) {
    text.writeTo(this);
    return this;
  }

  /**
   * Writes a text of a client.
   *
   * @throws IllegalArgumentException if it has half of a surrogate pair, which UTF-8 cannot hold:
   *     it would come back as another text
   */
  Encoder putClientString(String value) {
    byte[] utf8 = value.getBytes(StandardCharsets.UTF_8);
    if (!new String(utf8, StandardCharsets.UTF_8).equals(value)) {
      throw new IllegalArgumentException("a text has half of a surrogate pair");
    }
    return putBytes(utf8);
  }

  /** Returns all that was written; nothing may be written afterwards. */
  byte[] bytes() {
    return out.hasRemaining() ? Arrays.copyOf(out.array(), out.position()) : out.array();
  }

  private ByteBuffer room(int bytes) {
    if (out.remaining() < bytes) {
      int capacity = Math.max(2 * out.capacity(), out.position() + bytes);
      out = ByteBuffer.allocate(capacity).put(out.flip());
    }
    return out;
  }
}
