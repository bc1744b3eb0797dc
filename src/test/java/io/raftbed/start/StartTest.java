package io.raftbed.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StartTest {

  private static final int JAVA_8 = 52;

  private static Optional<String> complaint(String specification, String version) {
    Map<String, String> properties =
        Map.of(
            "java.specification.version", specification,
            "java.version", version,
            "java.home", "/opt/java");
    return Start.complaint(name -> properties.getOrDefault(name, ""));
  }

  @ParameterizedTest
  @CsvSource({"1.8, 1.8.0_402", "17, 17.0.15", "24, 24.0.1"})
  void anOldJvmIsToldInOneLine(String specification, String version) {
    assertThat(complaint(specification, version))
        .contains(
            "raftbed: needs Java 25; this is "
                + version
                + " at /opt/java; use ./raftbed, which finds one");
  }

  @Test
  void aNewerOneIsTheAgentsBusiness() {
    assertThat(complaint("25", "25.0.1")).isEmpty();
    assertThat(complaint("26", "26")).isEmpty();
    assertThat(Start.complaint(System::getProperty)).isEmpty();
  }

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
