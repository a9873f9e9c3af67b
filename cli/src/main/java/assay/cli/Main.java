package assay.cli;

import assay.cli.command.AssayCommand;
import assay.cli.process.ExitCode;
import assay.cli.process.StandardOutput;
import assay.cli.terminal.Terminal;
import assay.cli.wiring.Places;
import assay.core.AssayException;
import assay.core.Problem;
import assay.core.data.FileFault;
import assay.report.table.TextTable;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Where the command starts and ends: one place turns whatever happened into a message and an exit
 * code.
 */
public final class Main {

  private static final int SHOWN = 20;

  private Main() {}

  /** Runs the command and leaves the process with its exit code. */
  public static void main(String[] arguments) {
    StandardOutput output = new StandardOutput();
    PrintStream out =
        new PrintStream(new BufferedOutputStream(output, 1 << 14), false, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    int code = run(List.of(arguments), out, err, System::getenv);
    out.flush();
    if (output.fault().isPresent()) {
      err.println("assay: the output could not be written: " + output.fault().get());
      code = ExitCode.USAGE.code();
    }
    err.flush();
    System.exit(code);
  }

  /**
   * Runs the command within this process.
   *
   * @param environment reads environment variables
   * @return the exit code, see {@link ExitCode}
   */
  public static int run(
      List<String> arguments,
      PrintStream out,
      PrintStream err,
      UnaryOperator<@Nullable String> environment) {
    Terminal terminal = Terminal.detect(out, err, environment);
    AssayCommand root = new AssayCommand(terminal, Places.detect(environment));
    CommandLine line = root.commandLine(arguments);
    line.setExecutionExceptionHandler(
        (fault, command, parsed) -> report(fault, root.terminal(), root.debug()));
    line.setParameterExceptionHandler((fault, args) -> misused(fault, terminal));
    PrintWriter words = new PrintWriter(out, false, StandardCharsets.UTF_8);
    PrintWriter complaints = new PrintWriter(err, false, StandardCharsets.UTF_8);
    line.setOut(words);
    line.setErr(complaints);
    int code = line.execute(arguments.toArray(String[]::new));
    words.flush();
    complaints.flush();
    out.flush();
    return code;
  }

  private static int misused(CommandLine.ParameterException fault, Terminal terminal) {
    CommandLine command = fault.getCommandLine();
    terminal
        .err()
        .println("assay: " + TextTable.harmless(plain(String.valueOf(fault.getMessage()))));
    CommandLine.UnmatchedArgumentException.printSuggestions(fault, terminal.err());
    terminal.err().println("Try '" + command.getCommandSpec().qualifiedName() + " --help'.");
    return ExitCode.USAGE.code();
  }

  /** Names of Java's types say nothing to whoever mistyped a number. */
  private static String plain(String message) {
    return message
        .replaceAll("' is not an? (?:long|int)$", "' is no whole number")
        .replaceAll("' is not a (?:double|BigDecimal)$", "' is no number");
  }

  private static int report(Throwable fault, Terminal terminal, boolean debug) {
    if (debug) {
      fault.printStackTrace(terminal.err());
    }
    return switch (fault) {
      case AssayException known -> known(known, terminal);
      case InterruptedException interrupted -> {
        terminal.err().println("assay: interrupted");
        yield ExitCode.INTERRUPTED.code();
      }
      case UncheckedIOException wrapped -> {
        terminal.err().println("assay: " + TextTable.harmless(reason(wrapped)));
        yield ExitCode.USAGE.code();
      }
      case IOException file -> {
        terminal.err().println("assay: " + TextTable.harmless(reason(file)));
        yield ExitCode.USAGE.code();
      }
      default -> {
        terminal
            .err()
            .println("assay: " + fault.getClass().getSimpleName() + ": " + fault.getMessage());
        terminal
            .err()
            .println(
                "  This should not happen. Run it again with --debug and report what it prints.");
        yield ExitCode.FAULT.code();
      }
    };
  }

  /** What was done when it happened stands around it, where somebody said so. */
  private static String reason(UncheckedIOException fault) {
    IOException cause = Objects.requireNonNull(fault.getCause());
    String around = String.valueOf(fault.getMessage());
    String reason = reason(cause);
    return cause instanceof FileSystemException || around.equals(cause.toString())
        ? reason
        : around + ": " + reason;
  }

  private static String reason(IOException fault) {
    String reason = FileFault.reason(fault);
    return fault instanceof FileSystemException at ? at.getFile() + ": " + reason : reason;
  }

  private static int known(AssayException known, Terminal terminal) {
    List<Problem> problems = known.problems();
    problems.stream().limit(SHOWN).forEach(problem -> tell(problem, terminal));
    if (problems.size() > SHOWN) {
      terminal.err().println("assay: and " + (problems.size() - SHOWN) + " more problems");
    }
    return switch (known.category()) {
      case USAGE -> ExitCode.USAGE.code();
      case DATA -> ExitCode.DATA.code();
      case ENDPOINT -> ExitCode.ENDPOINT.code();
    };
  }

  private static void tell(Problem problem, Terminal terminal) {
    for (String line : ("assay: " + problem).lines().toList()) {
      terminal.err().println(TextTable.harmless(line));
    }
  }
}
