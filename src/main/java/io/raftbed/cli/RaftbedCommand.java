package io.raftbed.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/** {@code raftbed}: what stands above the subcommands. */
@Command(
    name = "raftbed",
    versionProvider = RaftbedCommand.Version.class,
    description = "Runs Raft servers in virtual time: one seed, one run, on every machine.",
    footer =
        "%nExit codes: 0 every test passed, 1 a test failed, 2 wrong usage or bad input, 3 no"
            + " verdict.")
final class RaftbedCommand {

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
