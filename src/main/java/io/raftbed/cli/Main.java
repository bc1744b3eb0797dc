package io.raftbed.cli;

import io.raftbed.report.Paint;
import io.raftbed.sim.agent.UnsupportedJdkException;
import io.raftbed.suite.NearestNames;
import java.io.Console;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.AutoComplete.GenerateCompletion;
import picocli.CommandLine;
import picocli.CommandLine.Help;
import picocli.CommandLine.HelpCommand;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line's door. */
public final class Main {

  private static final int DEFAULT_WIDTH = 100;
  private static final int NARROWEST = 60;
  private static final int WIDEST = 240;

  /** In a file nothing wraps, but a server may print megabytes on one line. */
  private static final int LONGEST_LINE = 400;

  private Main() {}

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    PrintWriter out = new PrintWriter(System.out, false, System.out.charset());
    PrintWriter err = new PrintWriter(System.err, true, System.err.charset());
    int exitCode = run(new ReferenceExecutor(), terminal(out), out, err, arguments);
    System.exit(exitCode);
  }

  /** Runs the command line and returns its exit code. */
  static int run(
      TestExecutor executor,
      Terminal terminal,
      PrintWriter out,
      PrintWriter err,
      String... arguments) {
    CommandLine commandLine = new CommandLine(new RaftbedCommand());
    Map<String, Supplier<Object>> commands = commands(executor, terminal);
    if (arguments.length > 0 && commands.containsKey(arguments[0])) {
      // Reading the options of all others would take a tenth of a second.
      commandLine.addSubcommand(commands.get(arguments[0]).get());
    } else {
      commands.values().forEach(command -> commandLine.addSubcommand(command.get()));
      commandLine.addSubcommand(new GenerateCompletion()).addSubcommand(new HelpCommand());
    }
    addStandardOptions(commandLine);
    Help.Ansi ansi = terminal.paint() == Paint.ANSI ? Help.Ansi.ON : Help.Ansi.OFF;
    int exitCode =
        commandLine
            .setOut(out)
            .setErr(err)
            .setColorScheme(Help.defaultColorScheme(ansi))
            .setUsageHelpWidth(terminal.width())
            .setExpandAtFiles(false)
            .setParameterExceptionHandler((e, args) -> usage(e))
            .setExecutionExceptionHandler((e, command, result) -> internalError(e, command))
            .execute(arguments);
    out.flush();
    err.flush();
    return exitCode;
  }

  private static Map<String, Supplier<Object>> commands(TestExecutor executor, Terminal terminal) {
    Map<String, Supplier<Object>> commands = new LinkedHashMap<>();
    commands.put("list", () -> new ListCommand(terminal));
    commands.put("run", () -> new RunCommand(executor, terminal));
    commands.put("replay", () -> new ReplayCommand(executor, terminal));
    commands.put("fuzz", () -> new FuzzCommand(executor, terminal));
    commands.put("shrink", () -> new ShrinkCommand(executor, terminal));
    commands.put("check", () -> new CheckCommand(terminal));
    commands.put("init", () -> new InitCommand(terminal));
    return commands;
  }

  private static void addStandardOptions(CommandLine commandLine) {
    commandLine.getCommandSpec().mixinStandardHelpOptions(true);
    commandLine
        .getSubcommands()
        .values()
        .forEach(command -> command.getCommandSpec().mixinStandardHelpOptions(true));
  }

  private static int usage(ParameterException e) {
    String message =
        String.valueOf(e.getMessage())
            .replaceAll("\\s*\\R\\s*", " ")
            .replaceAll(" is not an? (int|long)$", " is no whole number in range");
    CommandLine command = e.getCommandLine();
    if (e instanceof UnmatchedArgumentException unmatched) {
      message += advice(unmatched.getUnmatched().getFirst(), command);
    }
    String name = command.getCommandSpec().qualifiedName();
    command.getErr().println("raftbed: " + message + " (see '" + name + " --help')");
    return ExitCode.USAGE;
  }

  /** Names the option or the command that is nearest, or says how many parameters there may be. */
  private static String advice(String name, CommandLine command) {
    List<String> names =
        name.startsWith("-")
            ? List.copyOf(command.getCommandSpec().optionsMap().keySet())
            : List.copyOf(command.getSubcommands().keySet());
    return NearestNames.of(name, names, 1).stream()
        .map(nearest -> "; did you mean " + nearest + "?")
        .findFirst()
        .orElseGet(() ->
            "; there is room for %s, and no more"
                .formatted(
                    command.getCommandSpec().positionalParameters().stream()
                        .map(parameter -> "one " + parameter.paramLabel())
                        .findFirst()
                        .orElse("options")));
  }

  private static int internalError(Exception e, CommandLine command) {
    if (e instanceof UnsupportedJdkException) {
      command.getErr().println("raftbed: " + e.getMessage());
      return ExitCode.USAGE;
    }
    command.getErr().println("raftbed: internal error, no verdict: " + e);
    e.printStackTrace(command.getErr());
    return ExitCode.NO_VERDICT;
  }

  /** The launcher tells the width in COLUMNS; NO_COLOR is the convention of no-color.org. */
  private static Terminal terminal(PrintWriter out) {
    boolean tty = Optional.ofNullable(System.console()).map(Console::isTerminal).orElse(false);
    boolean live = tty && !environment("TERM").equals("dumb");
    boolean colour = live && environment("NO_COLOR").isEmpty();
    Optional<Integer> columns = columns();
    int width = columns.orElse(DEFAULT_WIDTH);
    int cut = live || columns.isPresent() ? width : LONGEST_LINE;
    return new Terminal(out, live, colour ? Paint.ANSI : Paint.PLAIN, width, cut);
  }

  private static Optional<Integer> columns() {
    String columns = environment("COLUMNS");
    return columns.matches("[1-9][0-9]{0,4}")
        ? Optional.of(Math.clamp(Integer.parseInt(columns), NARROWEST, WIDEST))
        : Optional.empty();
  }

  private static String environment(String name) {
    String value = System.getenv(name);
    return value == null ? "" : value;
  }
}
