package io.raftbed.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code raftbed init}: writes a project to start from. */
@Command(
    name = "init",
    description =
        "Writes a Maven project with a server that compiles and passes nothing yet, tests, and a"
            + " ./raftbed of its own.")
final class InitCommand implements Callable<Integer> {

  private final Terminal terminal;

  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "DIR", description = "A new or empty folder.")
  private Path folder = Path.of("");

  InitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try {
      StarterProject.requireEmpty(folder);
      new StarterProject(StarterProject.runningJar()).write(folder);
    } catch (IOException e) {
      throw new ParameterException(
          spec.commandLine(), "cannot write " + folder + ": " + e.getMessage());
    }
    terminal.lines(
        List.of(
            "made " + folder,
            "next: cd " + ShellWord.of(folder.toString()),
            "      ./raftbed run 3A"));
    return ExitCode.PASSED;
  }
}
