package io.raftbed.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code raftbed}: what stands above the subcommands. */
@Command(
    name = "raftbed",
    versionProvider = RaftbedCommand.Version.class,
    description = "Runs Raft servers in virtual time: one seed, one run, on every machine.",
    footer =
        "%nExit codes: 0 every test passed, 1 a test failed, 2 wrong usage or bad input, 3 no"
            + " verdict.")
final class RaftbedCommand implements Callable<Integer> {

  @Spec private CommandSpec spec;

  /** Runs when no subcommand is named. */
  @Override
  public Integer call() {
    throw new ParameterException(
        spec.commandLine(), "name a command: " + String.join(", ", spec.subcommands().keySet()));
  }

  /** Tells the versions of Raftbed and of Java. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String version = RaftbedCommand.class.getPackage().getImplementationVersion();
      return new String[] {
        "raftbed " + (version == null ? "(unpackaged)" : version), "java " + Runtime.version()
      };
    }
  }
}
