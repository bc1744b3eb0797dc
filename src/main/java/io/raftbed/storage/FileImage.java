package io.raftbed.storage;

import java.util.Arrays;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** A file of a {@link DiskImage}: what the disk has of it, and what is only cached. */
final class FileImage {

  /** Smaller than those of real disks (512 or 4096 bytes), so that small files tear, too. */
  private static final int SECTOR = 16;

  private byte[] durable = {};
  private byte[] cached = {};
  private boolean syncHelps = true;
  private Optional<Flip> flip = Optional.empty();

  /** A bit that reads wrong until the file is written anew. */
  private record Flip(int at, int mask) {}

  /** Returns a copy of what a program reads. */
  byte[] read() {
    byte[] bytes = cached.clone();
    flip.ifPresent(wrong -> bytes[wrong.at] ^= (byte) wrong.mask);
    return bytes;
  }

  int length() {
    return cached.length;
  }

  void write(byte[] bytes) {
    cached = bytes.clone();
    syncHelps = true;
    flip = Optional.empty();
  }

  void sync() {
    if (syncHelps) {
      durable = cached;
    }
  }

  /**
   * The disk refused what was cached. The cache keeps it and takes it for written, as those of
   * Linux do: no later sync writes it.
   */
  void failSync() {
    syncHelps = false;
  }

  /** Turns a bit over, at rest; does nothing to an empty file. */
  void flip(RandomGenerator random) {
    if (cached.length > 0) {
      flip = Optional.of(new Flip(random.nextInt(cached.length), 1 << random.nextInt(Byte.SIZE)));
    }
  }

  void unflip() {
    flip = Optional.empty();
  }

  /** Drops the cache; of what was not synced the disk has nothing, all, or some. */
  void losePower(RandomGenerator random) {
    if (!Arrays.equals(durable, cached)) {
      durable =
          switch (random.nextInt(4)) {
            case 0 -> durable;
            case 1 -> cached;
            case 2 -> prefix(cached, random);
            default -> mixture(random);
          };
    }
    cached = durable;
    syncHelps = true;
  }

  /** Returns as much of an interrupted write as was done. */
  static byte[] prefix(byte[] bytes, RandomGenerator random) {
    return Arrays.copyOf(bytes, random.nextInt(bytes.length + 1));
  }

  /** The length is the new one; each sector is as it was, as it should be, or was never written. */
  private byte[] mixture(RandomGenerator random) {
    byte[] mixed = new byte[cached.length];
    for (int start = 0; start < mixed.length; start += SECTOR) {
      byte[] source =
          switch (random.nextInt(3)) {
            case 0 -> durable;
            case 1 -> cached;
            default -> mixed;
          };
      int length = Math.min(SECTOR, Math.min(source.length, mixed.length) - start);
      if (length > 0) {
        System.arraycopy(source, start, mixed, start, length);
      }
    }
    return mixed;
  }
}
