package io.raftbed.cli;

import io.raftbed.lab.kv.VersionedClerk;
import io.raftbed.lab.kv.VersionedClerkFactory;
import io.raftbed.sim.Programs;
import io.raftbed.sim.agent.ProgramLoader;
import io.raftbed.suite.Implementation;
import io.raftbed.trace.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Puts what somebody brought in the place of the reference, part by part. Classes are loaded once,
 * for all runs.
 */
final class Brought {

  private final ServerClass classes;
  private final List<String> names = new ArrayList<>();
  private final List<Class<?>> types = new ArrayList<>();
  private final StringBuilder options;
  private Implementation implementation;

  /**
   * Begins with the reference.
   *
   * @throws IllegalArgumentException when the class path cannot be read; the message says why
   */
  Brought(String classPath) {
    Programs.prepare(); // before anything of the reference is loaded
    this.implementation = Reference.IMPLEMENTATION;
    ClassPath path = ClassPath.of(classPath);
    ProgramLoader loader = path.loader();
    this.classes = new ServerClass(path, loader);
    this.options = new StringBuilder(" --classpath " + ShellWord.of(classPath));
  }

  Brought raft(Optional<String> name) {
    find("--raft", name)
        .ifPresent(type ->
            implementation =
                new Implementation(
                    ServerClass.through(Door.RAFT, "--raft", type), implementation.services()));
    return this;
  }

  /** Its server serves both forms: which messages it handles is seen only when it runs. */
  Brought kv(Optional<String> name) {
    find("--kv", name)
        .map(type -> ServerClass.through(Door.KV, "--kv", type))
        .ifPresent(kv -> use(services().withKv(kv).withVersionedKv(kv)));
    return this;
  }

  Brought clerk(Optional<String> name) {
    find("--clerk", name)
        .ifPresent(type ->
            use(
                isVersioned(type)
                    ? services()
                        .withVersionedClerk(
                            ServerClass.through(Door.VERSIONED_CLERK, "--clerk", type))
                    : services().withClerk(ServerClass.through(Door.CLERK, "--clerk", type))));
    return this;
  }

  private static boolean isVersioned(Class<?> type) {
    return VersionedClerk.class.isAssignableFrom(type)
        || VersionedClerkFactory.class.isAssignableFrom(type)
        || Door.VERSIONED_CLERK.of(type).isPresent();
  }

  Brought rsm(Optional<String> name) {
    find("--rsm", name)
        .map(type -> ServerClass.through(Door.RSM, "--rsm", type))
        .ifPresent(rsm -> use(services().withRsm(rsm)));
    return this;
  }

  /** Returns the server, loaded. */
  Server server() {
    Verdict loaded =
        Stream.concat(Reference.PROGRAMS.stream(), types.stream())
            .map(Programs::load)
            .filter(verdict -> !verdict.passed())
            .findFirst()
            .orElse(new Verdict.Pass());
    return new Server(
        String.join(", ", names),
        options.toString(),
        loaded,
        new FactoryExecutor(implementation, loaded));
  }

  private Optional<Class<?>> find(String option, Optional<String> name) {
    Optional<Class<?>> found = name.map(className -> classes.find(option, className));
    found.ifPresent(type -> {
      names.add(type.getName());
      types.add(type);
      options.append(" " + option + " " + ShellWord.of(type.getName()));
    });
    return found;
  }

  private Implementation.Services services() {
    return implementation.services().orElseThrow();
  }

  private void use(Implementation.Services services) {
    implementation = Implementation.of(implementation.raft(), services);
  }
}
