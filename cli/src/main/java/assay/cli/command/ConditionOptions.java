package assay.cli.command;

import assay.cli.wiring.RunRequest;
import assay.core.AssayException;
import assay.core.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options that say how trials are put to a model; shared by {@code run} and {@code resume}. */
final class ConditionOptions {

  @Option(
      names = "--concurrency",
      paramLabel = "N",
      defaultValue = "64",
      description =
          "Most requests at once (default ${DEFAULT-VALUE}). Starts low, grows while it helps.")
  private int concurrency;

  @Option(
      names = "--attempts",
      paramLabel = "N",
      defaultValue = "6",
      description = "Most attempts at one trial (default ${DEFAULT-VALUE}).")
  private int attempts;

  @Option(
      names = "--max-tokens-total",
      paramLabel = "N",
      description = "Stop when this many tokens have been used.")
  private @Nullable Long maxTokensTotal;

  @Option(
      names = "--max-cost",
      paramLabel = "X",
      description =
          "Stop when this cost is reached; needs --prices, or an endpoint that states cost.")
  private @Nullable Double maxCost;

  @Option(
      names = "--prices",
      paramLabel = "FILE",
      description = "Table of prices: CSV model,prompt,completion,date, per million tokens.")
  private @Nullable Path prices;

  @Option(names = "--no-cache", description = "Take no reply from the cache, and keep none.")
  private boolean noCache;

  @Option(
      names = "--allow-host",
      paramLabel = "HOST",
      description = "A host beyond this machine that may be asked; may be repeated.")
  private List<String> hosts = new ArrayList<>();

  @Option(
      names = "--max-image-side",
      paramLabel = "PIXELS",
      description =
          "Longest side of pictures; larger ones are made smaller, which the run records.")
  private @Nullable Integer imageSide;

  RunRequest.Conditions conditions() {
    requirePositive("--concurrency", concurrency);
    requirePositive("--attempts", attempts);
    if (imageSide != null) {
      requirePositive("--max-image-side", imageSide);
    }
    requirePositive("--max-tokens-total", maxTokensTotal);
    requirePositive("--max-cost", maxCost);
    return new RunRequest.Conditions(
        concurrency,
        attempts,
        maxTokensTotal == null ? OptionalLong.empty() : OptionalLong.of(maxTokensTotal),
        maxCost == null ? OptionalDouble.empty() : OptionalDouble.of(maxCost),
        prices,
        !noCache,
        hosts,
        imageSide);
  }

  private static void requirePositive(String option, @Nullable Number bound) {
    if (bound != null && !(bound.doubleValue() > 0)) {
      throw AssayException.usage(Problem.of(option + " is " + bound).expected("more than 0"));
    }
  }

  static void requirePositive(String option, int value) {
    if (value < 1) {
      throw AssayException.usage(
          Problem.of(option + " is " + value).expected("a whole number from 1 up"));
    }
  }
}
