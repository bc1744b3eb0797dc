package io.raftbed.storage;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A process that saves counted states on real files until it is killed, and tells each number. */
final class SavingProcess {

  /** Most states are short and some need many writes of the system. */
  private static final CountedStates STATES = new CountedStates(200_000);

  private SavingProcess() {}

  /** Starts one that works in a directory. */
  static Process start(Path directory) throws IOException {
    String classPath =
        Stream.of(SavingProcess.class, DiskPersister.class)
            .map(
                type -> Path.of(type.getProtectionDomain().getCodeSource().getLocation().getPath()))
            .map(Path::toString)
            .reduce((a, b) -> a + File.pathSeparator + b)
            .orElseThrow();
    return new ProcessBuilder(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx64m",
                "-cp",
                classPath,
                SavingProcess.class.getName(),
                directory.toString()))
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  /** Prints the number that it found, then that of each save once it is durable. */
  public static void main(String[] arguments) throws IOException {
    StateStore store = new DiskPersister(new RealDisk(Path.of(arguments[0])));
    long number = STATES.numberOf(store.load());
    tell(number);
    while (true) {
      store.save(STATES.of(++number));
      tell(number);
    }
  }

  private static void tell(long number) {
    System.out.println(number);
    System.out.flush();
  }
}
