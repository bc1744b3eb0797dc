package io.raftbed.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class StartTest {

  private static final int JAVA_8 = 52;

  @Test
  void anOldJvmCanLoadIt() throws IOException {
    try (DataInputStream classFile =
        new DataInputStream(
            Objects.requireNonNull(Start.class.getResourceAsStream("Start.class")))) {
      assertThat(classFile.readInt()).isEqualTo(0xCAFEBABE);
      assertThat(classFile.readInt()).as("minor and major version").isEqualTo(JAVA_8);
    }
  }
}
