package io.raftbed.sim.samples;

import java.io.IOException;
import java.io.PipedReader;
import java.io.PipedWriter;

/** A pipe of the JDK, which waits and notifies on itself. */
public final class Pipes {
  private Pipes() {}

  /** Sends more than a pipe holds, so that both sides wait for each other. */
  public static String through() throws IOException, InterruptedException {
    StringBuilder seen = new StringBuilder();
    PipedWriter writer = new PipedWriter();
    PipedReader reader = new PipedReader(writer, 4);
    Thread sender =
        new Thread(() -> {
          try (writer) {
            for (int i = 0; i < 6; i++) {
              writer.write("abc");
              Waits.pause(10);
            }
          } catch (IOException e) {
            throw new IllegalStateException(e);
          }
        });
    sender.start();
    for (int c = reader.read(); c >= 0; c = reader.read()) {
      seen.append((char) c);
    }
    sender.join();
    return seen.toString();
  }
}
