package assay.evaluation.plan;

import assay.core.benchmark.Benchmark;
import assay.core.exchange.Generation;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What decides the trials of a run and how they are rendered.
 *
 * @param benchmark the benchmark
 * @param split the split that is measured
 * @param subset the subset it is narrowed to, or null for all
 * @param arms names of arms with parameters
 * @param epochs repetitions of every trial, at least 1
 * @param seed the seed of everything random in the run
 * @param selection which samples are put
 * @param shard which part of the trials is this run's
 * @param generation settings of generation, the benchmark's or the command line's
 */
public record RunPlan(
    Benchmark benchmark,
    String split,
    @Nullable String subset,
    List<String> arms,
    int epochs,
    long seed,
    Selection selection,
    Shard shard,
    Generation generation) {

  public RunPlan {
    arms = List.copyOf(arms);
    if (epochs < 1) {
      throw new IllegalArgumentException("epochs " + epochs + ": expected at least 1");
    }
    if (arms.isEmpty()) {
      throw new IllegalArgumentException("a plan needs at least one arm");
    }
  }

  /** A plan that is carried out in one piece. */
  public RunPlan(
      Benchmark benchmark,
      String split,
      @Nullable String subset,
      List<String> arms,
      int epochs,
      long seed,
      Selection selection,
      Generation generation) {
    this(benchmark, split, subset, arms, epochs, seed, selection, Shard.WHOLE, generation);
  }
}
