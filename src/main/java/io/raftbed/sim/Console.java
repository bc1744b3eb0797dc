package io.raftbed.sim;

import io.raftbed.trace.EventKind;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** What a node prints: each line becomes an event of the run. */
final class Console extends OutputStream {
  private static final int LONGEST_LINE = 4_096;

  private final Incarnation incarnation;
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();

  Console(Incarnation incarnation) {
    this.incarnation = incarnation;
  }

  @Override
  public void write(byte[] bytes, int offset, int length) {
    incarnation.driver().printed(incarnation, length);
    for (int i = offset; i < offset + length; i++) {
      add(bytes[i]);
    }
  }

  @Override
  public void write(int b) {
    incarnation.driver().printed(incarnation, 1);
    add(b);
  }

  private void add(int b) {
    if (b == '\n') {
      String text = line.toString(StandardCharsets.UTF_8).stripTrailing();
      line.reset();
      incarnation.driver().event(incarnation.node(), EventKind.PRINT, text.hashCode(), text);
    } else if (line.size() < LONGEST_LINE) {
      line.write(b);
    }
  }
}
