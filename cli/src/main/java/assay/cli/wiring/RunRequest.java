package assay.cli.wiring;

import assay.core.exchange.Generation;
import assay.evaluation.plan.Selection;
import assay.evaluation.plan.Shard;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What a user asks of a run.
 *
 * @param split the split, or null for the benchmark's first
 * @param arms names of arms; empty for the benchmark's
 * @param epochs repetitions, or null for as many as a recording holds, else one
 * @param seed the seed
 * @param selection which samples
 * @param shard which part of the trials
 * @param generation settings that replace the benchmark's where they are set
 * @param data the data folder
 * @param output the run file, or null for a name of our own
 * @param conditions how trials are put
 * @param command the command line as it was given, for the record; holds no key
 */
public record RunRequest(
    @Nullable String split,
    List<String> arms,
    @Nullable Integer epochs,
    long seed,
    Selection selection,
    Shard shard,
    Generation generation,
    Path data,
    @Nullable Path output,
    Conditions conditions,
    String command) {

  /**
   * How trials are put; may differ when a run is resumed.
   *
   * @param concurrency most requests at once
   * @param attempts most attempts a trial
   * @param mostTokens most tokens in all
   * @param mostCost most cost in all
   * @param prices file of prices, or null
   * @param cache whether kept replies may be taken
   * @param hosts hosts beyond this machine that may be asked
   * @param imageSide longest side of a picture in pixels, or null for as it is
   */
  public record Conditions(
      int concurrency,
      int attempts,
      OptionalLong mostTokens,
      OptionalDouble mostCost,
      @Nullable Path prices,
      boolean cache,
      List<String> hosts,
      @Nullable Integer imageSide) {

    /** The same, with or without kept replies. */
    public Conditions withCache(boolean other) {
      return new Conditions(
          concurrency, attempts, mostTokens, mostCost, prices, other, hosts, imageSide);
    }
  }
}
