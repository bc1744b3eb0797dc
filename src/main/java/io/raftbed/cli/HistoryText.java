package io.raftbed.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.raftbed.linearizability.format.FormatException;
import io.raftbed.linearizability.format.Source;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads the text of a file, as far as there is memory for what is made of it. */
final class HistoryText {

  /** A history takes about that many times the memory of its text. */
  private static final int GROWTH = 8;

  private HistoryText() {}

  /**
   * Returns the text.
   *
   * @throws FormatException when there is none; the message says why
   */
  static Source read(Path file) {
    byte[] bytes = bytes(file);
    String name = file.toString();
    String text = text(name, bytes);
    if (text.isBlank()) {
      throw new FormatException(name, "expected a history, found an empty file");
    }
    return new Source(name, text);
  }

  private static byte[] bytes(Path file) {
    String name = file.toString();
    if (!Files.exists(file)) {
      throw new FormatException(name, "there is no such file");
    }
    long bound = Math.min(Integer.MAX_VALUE - 8, Runtime.getRuntime().maxMemory() / GROWTH);
    // An NIO channel would close itself when Ctrl-C interrupts the thread that reads.
    try (InputStream in = new FileInputStream(file.toFile())) {
      byte[] bytes = in.readNBytes((int) bound);
      if (in.read() >= 0) {
        throw new FormatException(
            name,
            "is longer than %d MB, the most for a heap of %d MB; give Java more:"
                    .formatted(bound >> 20, Runtime.getRuntime().maxMemory() >> 20)
                + " RAFTBED_JAVA_OPTS=-Xmx8g");
      }
      return bytes;
    } catch (IOException e) {
      throw new FormatException(name, "cannot be read: no permission, or a bad medium");
    }
  }

  private static String text(String name, byte[] bytes) {
    // Takes less memory than a decoder does, which is asked only where there may be something
    // wrong.
    String text = new String(bytes, UTF_8);
    if (text.indexOf('\uFFFD') >= 0) {
      requireUtf8(name, bytes);
    }
    if (text.indexOf('\0') >= 0) {
      throw new FormatException(name, "expected a text, found binary data");
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static void requireUtf8(String name, byte[] bytes) {
    try {
      UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
    } catch (CharacterCodingException _) {
      throw new FormatException(name, "expected a text in UTF-8, found other bytes");
    }
  }
}
