package io.raftbed.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Expected output in {@code src/test/resources/golden}. With {@code -Dgolden.write=true} the files
 * are written instead of compared.
 */
public final class Golden {

  private static final Path FOLDER = Path.of("src/test/resources/golden");

  private Golden() {}

  /** Compares lines with the file of that name. */
  public static void check(String name, List<String> lines) {
    Path file = FOLDER.resolve(name + ".txt");
    String text = String.join("\n", lines) + "\n";
    try {
      if (Boolean.getBoolean("golden.write")) {
        Files.createDirectories(FOLDER);
        Files.writeString(file, text);
      }
      assertThat(text)
          .as("%s; rewrite it with -Dgolden.write=true when the change is meant", file)
          .isEqualTo(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
