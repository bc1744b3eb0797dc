package io.raftbed.cluster;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.HexFormat;

/** How a command reads in the facts of a failure. */
final class CommandText {
  private static final int LIMIT = 32;

  private CommandText() {}

  /** Returns printable ASCII as it is, anything else in hexadecimal; long commands are cut. */
  static String of(byte[] command) {
    int shown = Math.min(command.length, LIMIT);
    String tail = command.length > LIMIT ? "… (" + command.length + " bytes)" : "";
    for (int i = 0; i < shown; i++) {
      if (command[i] < ' ' || command[i] > '~') {
        return "0x" + HexFormat.of().formatHex(command, 0, shown) + tail;
      }
    }
    return '"' + new String(command, 0, shown, US_ASCII) + '"' + tail;
  }
}
