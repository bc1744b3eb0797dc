package io.raftbed.storage;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The content of one file of a {@link DiskPersister}, big-endian: "RBED", the kind, the version of
 * the format, a number, the payload's length, the payload, and CRC-32C (RFC 3720) of all before.
 *
 * @param kind what the file is
 * @param number which snapshot this is, or that which the Raft state goes with
 * @param payload what the server gave
 */
record Frame(Kind kind, long number, byte[] payload) {

  /** What a file is; its byte tells one from the other if a name is mistaken. */
  enum Kind {
    STATE('R', "Raft state"),
    SNAPSHOT('S', "snapshot");

    private final byte code;
    private final String label;

    Kind(char code, String label) {
      this.code = (byte) code;
      this.label = label;
    }
  }

  private static final int MAGIC = 0x52424544;
  private static final byte VERSION = 1;
  private static final int HEADER_BYTES = 2 * Integer.BYTES + 2 * Byte.BYTES + Long.BYTES;

  byte[] encode() {
    ByteBuffer out = ByteBuffer.allocate(HEADER_BYTES + payload.length + Integer.BYTES);
    out.putInt(MAGIC).put(kind.code).put(VERSION).putLong(number).putInt(payload.length);
    out.put(payload);
    out.putInt(checksum(out.array(), out.position()));
    return out.array();
  }

  /**
   * Reads what {@link #encode} wrote.
   *
   * @param file the name of the file, for the exception
   * @throws CorruptFileException if the bytes are anything else
   */
  static Frame decode(Kind kind, String file, byte[] bytes) throws CorruptFileException {
    int end = bytes.length - Integer.BYTES;
    if (end < HEADER_BYTES) {
      throw new CorruptFileException(
          file, "%d bytes are too few; even an empty one has more".formatted(bytes.length));
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    if (in.getInt(end) != checksum(bytes, end)) {
      throw new CorruptFileException(
          file,
          "its checksum is %08x, that of its content %08x"
              .formatted(in.getInt(end), checksum(bytes, end)));
    }
    // A right checksum over wrong content: not written by this version, or not by Raftbed.
    if (in.getInt() != MAGIC || in.get() != kind.code) {
      throw new CorruptFileException(file, "it is no " + kind.label + " of Raftbed");
    }
    byte version = in.get();
    if (version != VERSION) {
      throw new CorruptFileException(
          file, "it has format %d; this Raftbed reads %d".formatted(version, VERSION));
    }
    long number = in.getLong();
    if (in.getInt() != end - HEADER_BYTES) {
      throw new CorruptFileException(file, "its length is not the one that it claims");
    }
    byte[] payload = new byte[end - HEADER_BYTES];
    in.get(payload);
    return new Frame(kind, number, payload);
  }

  private static int checksum(byte[] bytes, int length) {
    CRC32C crc = new CRC32C();
    crc.update(bytes, 0, length);
    return (int) crc.getValue();
  }
}
