package io.raftbed.sim;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** One seed gives one fingerprint in every JVM, whatever its collector, compiler and cores. */
class FingerprintAcrossProcessesTest {
  private static final List<String> SETTINGS =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:+UseG1GC -XX:ActiveProcessorCount=1",
          "-XX:+UseZGC -XX:TieredStopAtLevel=1",
          "-XX:+UseSerialGC -Xint");

  private static final List<String> TESTS = List.of("3A/re-election", "3D/snapshot-install-crash");

  @Test
  void settingsOfTheJvmChangeNothing() throws Exception {
    String expected = printedUnder(SETTINGS.getFirst());
    assertThat(expected)
        .contains("loaded: pass", "3A/re-election pass", "3D/snapshot-install-crash pass");
    for (String setting : SETTINGS.subList(1, SETTINGS.size())) {
      assertThat(printedUnder(setting)).as(setting).isEqualTo(expected);
    }
  }

  private static String printedUnder(String settings) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(settings.split(" ")));
    command.add("-Xmx512m");
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(FingerprintAcrossProcessesTest::isNeeded)
        .forEach(command::add);
    command.add("-cp");
    command.add(
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
    command.add(PrintFingerprints.class.getName());
    command.addAll(TESTS);
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(printed).isZero();
    return printed;
  }

  private static boolean isNeeded(String argument) {
    return argument.startsWith("-javaagent:") && argument.contains("raftbed")
        || argument.startsWith("--sun-misc-unsafe-memory-access")
        || argument.startsWith("--enable-native-access");
  }
}
