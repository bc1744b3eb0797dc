package io.raftbed.cli;

import java.util.Optional;
import picocli.CommandLine.Option;

/** Which server runs: a mixin of commands that run tests. */
final class ServerOptions {

  @Option(
      names = "--classpath",
      paramLabel = "DIR|JAR[:DIR|JAR...]",
      description = "Where the classes of your own server are; without it the reference runs.")
  private Optional<String> classPath = Optional.empty();

  @Option(
      names = "--raft",
      paramLabel = "CLASS",
      description = "The class that makes your servers, public, with " + Door.FORMS + ".")
  private Optional<String> raft = Optional.empty();

  /**
   * Returns the server, loaded.
   *
   * @param reference runs tests on the reference
   * @throws IllegalArgumentException when it cannot be found; the message says why
   */
  Server server(TestExecutor reference) {
    if (classPath.isEmpty() && raft.isEmpty()) {
      return Server.reference(reference);
    } else if (raft.isEmpty()) {
      throw new IllegalArgumentException(
          "--classpath needs --raft CLASS, the class that makes your servers");
    } else if (classPath.isEmpty()) {
      throw new IllegalArgumentException(
          "--raft needs --classpath, the folder or jar with your classes");
    }
    return Server.brought(classPath.get(), raft.get());
  }
}
