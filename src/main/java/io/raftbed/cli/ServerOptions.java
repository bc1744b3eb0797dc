package io.raftbed.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
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
      description = "The class that makes your servers, public, with " + Door.RAFT_FORMS + ".")
  private Optional<String> raft = Optional.empty();

  @Option(
      names = "--kv",
      paramLabel = "CLASS",
      description =
          "The class that makes your key/value servers, public, with "
              + Door.KV_FORMS
              + ". Name the tests of its form, classic or versioned.")
  private Optional<String> kv = Optional.empty();

  @Option(
      names = "--clerk",
      paramLabel = "CLASS",
      description = "The class that makes your clerks, public, with " + Door.CLERK_FORMS + ".")
  private Optional<String> clerk = Optional.empty();

  @Option(
      names = "--rsm",
      paramLabel = "CLASS",
      description =
          "The class that makes your layer between a state machine and Raft, public, with "
              + Door.RSM_FORMS
              + ".")
  private Optional<String> rsm = Optional.empty();

  /**
   * Returns the server, loaded.
   *
   * @param reference runs tests on the reference
   * @throws IllegalArgumentException when it cannot be found; the message says why
   */
  Server server(TestExecutor reference) {
    Optional<String> first =
        named().filter(option -> option.getValue().isPresent()).map(Map.Entry::getKey).findFirst();
    if (classPath.isEmpty() && first.isEmpty()) {
      return Server.reference(reference);
    } else if (first.isEmpty()) {
      throw new IllegalArgumentException(
          "--classpath needs --raft CLASS, the class that makes your servers, or one of --kv,"
              + " --clerk and --rsm");
    } else if (classPath.isEmpty()) {
      throw new IllegalArgumentException(
          first.get() + " needs --classpath, the folder or jar with your classes");
    }
    return new Brought(classPath.get()).raft(raft).kv(kv).clerk(clerk).rsm(rsm).server();
  }

  /** Returns what was given, by the names of the options without their dashes. */
  Map<String, String> given() {
    Map<String, String> given = new LinkedHashMap<>();
    classPath.ifPresent(path -> given.put("classpath", path));
    named()
        .forEach(option ->
            option.getValue().ifPresent(name -> given.put(option.getKey().substring(2), name)));
    return given;
  }

  /** Takes what is not given here from another command line. */
  void complete(Map<String, String> other) {
    classPath = classPath.or(() -> Optional.ofNullable(other.get("classpath")));
    raft = raft.or(() -> Optional.ofNullable(other.get("raft")));
    kv = kv.or(() -> Optional.ofNullable(other.get("kv")));
    clerk = clerk.or(() -> Optional.ofNullable(other.get("clerk")));
    rsm = rsm.or(() -> Optional.ofNullable(other.get("rsm")));
  }

  private Stream<Map.Entry<String, Optional<String>>> named() {
    return Stream.of(
        Map.entry("--raft", raft),
        Map.entry("--kv", kv),
        Map.entry("--clerk", clerk),
        Map.entry("--rsm", rsm));
  }
}
