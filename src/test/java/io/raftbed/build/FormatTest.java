package io.raftbed.build;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Every Java file is as google-java-format writes it. With {@code -Dformat.write=true} this writes
 * the files instead of comparing them.
 */
class FormatTest {

  private static final String COMMAND = "mvn -q test -Dtest=FormatTest -Dformat.write=true";

  private final Formatter formatter = new Formatter();

  @Test
  void everyFileIsFormatted() throws IOException, FormatterException {
    boolean write = Boolean.getBoolean("format.write");
    List<Path> unformatted = new ArrayList<>();
    for (Path file : Production.javaFiles(Path.of("src"))) {
      String text = Files.readString(file);
      String formatted = formatter.formatSourceAndFixImports(text);
      if (text.equals(formatted)) {
        continue;
      }
      if (write) {
        Files.writeString(file, formatted);
      } else {
        unformatted.add(file);
      }
    }
    assertThat(unformatted).as("files to be formatted by: %s", COMMAND).isEmpty();
  }
}
