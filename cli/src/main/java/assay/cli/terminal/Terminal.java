package assay.cli.terminal;

import java.io.PrintStream;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Where output goes and what it looks like there.
 *
 * @param out standard output: results
 * @param err standard error: everything else
 * @param columns width of tables
 * @param liveOut whether standard output is a terminal
 * @param liveErr whether standard error is a terminal, where a line may be overwritten
 * @param colour whether colour may be used; it never carries a meaning of its own
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    int columns,
    boolean liveOut,
    boolean liveErr,
    boolean colour) {

  private static final int DEFAULT_COLUMNS = 100;
  private static final int NARROWEST = 40;

  /**
   * The terminal that the launcher describes by the system properties {@code assay.terminal.out}
   * and {@code assay.terminal.err} ({@code true} where the stream is a terminal) and {@code
   * assay.terminal.columns}.
   *
   * @param environment reads environment variables: {@code COLUMNS}, {@code NO_COLOR}, {@code TERM}
   */
  public static Terminal detect(
      PrintStream out, PrintStream err, UnaryOperator<@Nullable String> environment) {
    boolean liveOut = Boolean.getBoolean("assay.terminal.out");
    boolean liveErr = Boolean.getBoolean("assay.terminal.err");
    @Nullable String noColour = environment.apply("NO_COLOR");
    boolean dumb = "dumb".equals(environment.apply("TERM"));
    boolean colour = liveOut && !dumb && (noColour == null || noColour.isEmpty());
    @Nullable String columns = environment.apply("COLUMNS");
    int width =
        columns == null
            ? number(System.getProperty("assay.terminal.columns"), DEFAULT_COLUMNS)
            : number(columns, DEFAULT_COLUMNS);
    return new Terminal(out, err, width, liveOut, liveErr && !dumb, colour);
  }

  /** The same terminal with tables of another width. */
  public Terminal withColumns(int width) {
    return new Terminal(out, err, Math.max(NARROWEST, width), liveOut, liveErr, colour);
  }

  /** The text in bold where colour may be used. */
  public String bold(String text) {
    return colour ? "\u001B[1m" + text + "\u001B[0m" : text;
  }

  private static int number(@Nullable String text, int otherwise) {
    if (text == null || !text.matches("[0-9]{1,5}")) {
      return otherwise;
    }
    int value = Integer.parseInt(text);
    return value < NARROWEST ? otherwise : value;
  }
}
