package io.raftbed.reference.kv;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text as UTF-8, as replies and snapshots hold it. What {@link #append} returns goes on in the
 * same memory, and its hash code goes on from that of the text: an append takes as long as what is
 * appended, however long the text has become.
 */
final class Utf8Text {

  /** The bytes of texts of which each goes on where a shorter one ends. */
  private static final class Memory {
    private byte[] bytes;
    private int used;

    Memory(byte[] bytes) {
      this.bytes = bytes;
      this.used = bytes.length;
    }

    void add(byte[] more, int length) {
      if (bytes.length - used < length) {
        bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, used + length));
      }
      System.arraycopy(more, 0, bytes, used, length);
      used += length;
    }
  }

  private final Memory memory;
  private final int length;
  private final int hash;

  private Utf8Text(Memory memory, int hash) {
    this.memory = memory;
    this.length = memory.used;
    this.hash = hash;
  }

  static Utf8Text of(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    return new Utf8Text(new Memory(utf8), Arrays.hashCode(utf8));
  }

  /** In bytes. */
  int length() {
    return length;
  }

  Utf8Text append(Utf8Text more) {
    boolean last = memory.used == length;
    Memory longer = last ? memory : new Memory(Arrays.copyOf(memory.bytes, length));
    longer.add(more.memory.bytes, more.length);
    return new Utf8Text(longer, hashBefore(more));
  }

  /** The hash code of a list (see {@link java.util.List#hashCode}) that goes on with another. */
  private int hashBefore(Utf8Text more) {
    int grown = hash - 1;
    for (int i = 0; i < more.length; i++) {
      grown *= 31;
    }
    return grown + more.hash;
  }

  void writeTo(Encoder out) {
    out.putBytes(memory.bytes, length);
  }

  @Override
  public boolean equals(@Nullable Object o) {
    return o instanceof Utf8Text other
        && hash == other.hash
        && Arrays.equals(memory.bytes, 0, length, other.memory.bytes, 0, other.length);
  }

  @Override
  public int hashCode() {
    return hash;
  }

  @Override
  public String toString() {
    return new String(memory.bytes, 0, length, StandardCharsets.UTF_8);
  }
}
