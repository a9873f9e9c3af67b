package assay.cli.command;

import assay.cli.claim.Amount;
import assay.core.AssayException;
import assay.core.Problem;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The confidence level of intervals; shared by every command that prints some. */
final class LevelOption {

  /** A smaller one is an error rate taken for a level of confidence. */
  private static final double LEAST = 0.5;

  @Option(
      names = "--level",
      paramLabel = "X",
      defaultValue = "0.95",
      description = "Confidence level: 0.95, 95 %% (default ${DEFAULT-VALUE}).")
  private String level = "0.95";

  /**
   * To be called before anything else is done.
   *
   * @throws AssayException if it is no level
   */
  void require() {
    double value = value();
    if (!(value >= LEAST && value < 1)) {
      throw AssayException.usage(
          Problem.of("--level is '" + level + "'")
              .expected(
                  "a level of confidence from "
                      + LEAST
                      + " on and below 1, for example 0.95, or 95%, for errors of 5 %"));
    }
  }

  /** NaN where it is no number. */
  double value() {
    @Nullable Double share = Amount.share(level);
    return share == null ? Double.NaN : share;
  }
}
