package assay.cli.command;

import assay.core.AssayException;
import assay.core.Problem;
import picocli.CommandLine.Option;

/** The confidence level of intervals; shared by every command that prints some. */
final class LevelOption {

  /** A smaller one is an error rate taken for a level of confidence. */
  private static final double LEAST = 0.5;

  @Option(
      names = "--level",
      paramLabel = "X",
      defaultValue = "0.95",
      description = "Confidence level (default ${DEFAULT-VALUE}).")
  private double level;

  /**
   * To be called before anything else is done.
   *
   * @throws AssayException if it is no level
   */
  void require() {
    if (!(level >= LEAST && level < 1)) {
      throw AssayException.usage(
          Problem.of("--level is " + level)
              .expected(
                  "a level of confidence from "
                      + LEAST
                      + " on and below 1, for example 0.95 for errors of 5 %"));
    }
  }

  double value() {
    return level;
  }
}
