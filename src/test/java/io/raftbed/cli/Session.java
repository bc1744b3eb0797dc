package io.raftbed.cli;

import io.raftbed.report.Paint;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/** One use of the command line, and what it left behind. */
record Session(int exitCode, List<String> out, List<String> err) {

  static Session of(TestExecutor executor, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    PrintWriter printer = new PrintWriter(out);
    Terminal terminal = new Terminal(printer, false, Paint.PLAIN, 100, 100);
    int exitCode = Main.run(executor, terminal, printer, new PrintWriter(err), arguments);
    return new Session(exitCode, out.toString().lines().toList(), err.toString().lines().toList());
  }
}
