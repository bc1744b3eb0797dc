package io.raftbed.reference.kv;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Reads what an {@link Encoder} wrote. Every method throws {@link IllegalArgumentException} where
 * the bytes are anything else.
 */
final class Decoder {

  private static final char REPLACEMENT = '\uFFFD';

  private final String what;
  private final ByteBuffer in;

  /**
   * Makes a reader of some bytes.
   *
   * @param what the bytes are, for messages
   */
  Decoder(String what, byte[] bytes) {
    this.what = what;
    this.in = ByteBuffer.wrap(bytes);
  }

  int getInt() {
    return require(Integer.BYTES).getInt();
  }

  long getLong() {
    return require(Long.BYTES).getLong();
  }

  /** Reads a number of things, which cannot be negative. */
  int getCount() {
    int count = getInt();
    if (count < 0) {
      throw malformed("has a negative number: " + count);
    }
    return count;
  }

  /** Reads which one of a few values it is. */
  <T> T getOneOf(List<T> values) {
    int position = require(Byte.BYTES).get();
    if (position < 0 || position >= values.size()) {
      throw malformed("has a " + position + " where one of " + values + " is named");
    }
    return values.get(position);
  }

  byte[] getBytes() {
    int length = getCount();
    require(length); // before any memory is taken for it
    byte[] bytes = new byte[length];
    in.get(bytes);
    return bytes;
  }

  String getString() {
    int length = getCount();
    int start = require(length).position();
    in.position(start + length);
    String text = new String(in.array(), start, length, StandardCharsets.UTF_8);
    // Malformed bytes come out as this character, which may also stand there in its own right.
    if (text.indexOf(REPLACEMENT) >= 0
        && !StandardCharsets.UTF_8.encode(text).equals(in.slice(start, length))) {
      throw malformed("has a text that is not UTF-8");
    }
    return text;
  }

  /** Makes sure that there is nothing more. */
  void end() {
    if (in.hasRemaining()) {
      throw malformed("has " + in.remaining() + " bytes after its end");
    }
  }

  private ByteBuffer require(int bytes) {
    if (in.remaining() < bytes) {
      throw malformed("ends too early");
    }
    return in;
  }

  private IllegalArgumentException malformed(String how) {
    return new IllegalArgumentException("the " + what + " " + how);
  }
}
