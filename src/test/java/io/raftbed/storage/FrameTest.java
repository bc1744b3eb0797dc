package io.raftbed.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;

class FrameTest {

  private static final byte[] ENCODED =
      new Frame(Frame.Kind.STATE, 7, new byte[] {1, 2, 3}).encode();

  @Test
  void isReadAsItWasWritten() throws IOException {
    Frame frame = Frame.decode(Frame.Kind.STATE, "state", ENCODED);
    assertThat(frame.number()).isEqualTo(7);
    assertThat(frame.payload()).containsExactly(1, 2, 3);
  }

  @Test
  void everyFlippedBitIsFound() {
    for (int bit = 0; bit < ENCODED.length * Byte.SIZE; bit++) {
      byte[] wrong = ENCODED.clone();
      wrong[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
      assertRefused(wrong, "state: its checksum is ");
    }
  }

  @Test
  void everyShorterOrLongerFileIsFound() {
    for (int length = 0; length <= 2 * ENCODED.length; length++) {
      if (length != ENCODED.length) {
        assertRefused(Arrays.copyOf(ENCODED, length), "state: ");
      }
    }
  }

  @Test
  void whatIsRightButNotWantedIsNamed() {
    assertThatThrownBy(() -> Frame.decode(Frame.Kind.SNAPSHOT, "snapshot-7", ENCODED))
        .hasMessage("snapshot-7: it is no snapshot of Raftbed");
    assertRefused(resealed(0, 'X'), "state: it is no Raft state of Raftbed");
    assertRefused(resealed(5, 2), "state: it has format 2; this Raftbed reads 1");
    assertRefused(resealed(17, 9), "state: its length is not the one that it claims");
  }

  /** Changes a byte and makes the checksum right again. */
  private static byte[] resealed(int at, int value) {
    byte[] changed = ENCODED.clone();
    changed[at] = (byte) value;
    CRC32C crc = new CRC32C();
    crc.update(changed, 0, changed.length - Integer.BYTES);
    ByteBuffer.wrap(changed).putInt(changed.length - Integer.BYTES, (int) crc.getValue());
    return changed;
  }

  private static void assertRefused(byte[] bytes, String why) {
    assertThatThrownBy(() -> Frame.decode(Frame.Kind.STATE, "state", bytes))
        .isInstanceOf(CorruptFileException.class)
        .hasMessageStartingWith(why);
  }
}
