package assay.evaluation.estimate;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import org.jspecify.annotations.Nullable;

/**
 * A value with its interval, and everything that is needed to doubt it.
 *
 * @param benchmark name of the benchmark
 * @param subset the subset, or null for all
 * @param split the split
 * @param model name of the reader
 * @param arm name of the arm
 * @param slice tag values that narrow it; empty for all samples
 * @param metric name of the metric
 * @param share whether the value is a share from 0 to 1, which people read in percent
 * @param extractor rule that read, name@version; several joined by {@code +} where kinds of answer
 *     have their own
 * @param scorer rule that scored, likewise
 * @param headline whether it is the one the benchmark puts first, over all samples
 * @param value over the answered trials; null where undefined
 * @param lower lower end of the interval; null where there is no value, or nothing bounds it
 * @param upper upper end of the interval; null where there is no value, or nothing bounds it
 * @param level confidence level
 * @param interval name of the interval's method
 * @param n outcomes that the value is over
 * @param clusters clusters among them, or null where samples are independent
 * @param detectable smallest true distance from a fixed figure near the value that a sample of this
 *     size finds with a power of 80 %, testing on both sides at 1 − level; null where it cannot be
 *     said
 * @param undetectable why it cannot be said; null where it can
 * @param valueOfRead the value over those answers that were read; null where none was
 * @param bounds the value if every failed trial had been worst, and best; null where nothing failed
 * @param counts what became of the trials
 * @param chance what guessing is expected to reach, or null where that is not known
 * @param subsetMean the unweighted mean over subsets, or null where it does not apply
 * @param published what others published for this very system and rule, or null
 */
public record Estimate(
    String benchmark,
    @Nullable String subset,
    String split,
    String model,
    String arm,
    SequencedMap<String, String> slice,
    String metric,
    boolean share,
    String extractor,
    String scorer,
    boolean headline,
    @Nullable Double value,
    @Nullable Double lower,
    @Nullable Double upper,
    double level,
    String interval,
    long n,
    @Nullable Integer clusters,
    @Nullable Double detectable,
    @Nullable Undetectable undetectable,
    @Nullable Double valueOfRead,
    @Nullable Bounds bounds,
    Counts counts,
    @Nullable Double chance,
    @Nullable SubsetMean subsetMean,
    @Nullable Published published) {

  public Estimate {
    slice = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(slice));
  }

  /** The value with every failed trial at its worst, and at its best. */
  public record Bounds(double worst, double best) {}

  /**
   * Unweighted mean of the subsets' values. Its interval combines the subsets' own: each end lies
   * the root of the summed products of their distances and correlations away, divided by their
   * number (MOVER; G. Zou, A. Donner, Construction of confidence limits about effect measures,
   * Statistics in Medicine 27 (2008) 1693–1702, doi:10.1002/sim.3095; with correlations G. Zou,
   * Toward using confidence intervals to compare correlations, Psychological Methods 12 (2007)
   * 399–413, doi:10.1037/1082-989X.12.4.399).
   *
   * @param detectable as of an estimate, from those of the subsets in the same way; null where one
   *     has none
   */
  public record SubsetMean(
      double value,
      @Nullable Double lower,
      @Nullable Double upper,
      int subsets,
      @Nullable Double detectable) {

    /** Name of the interval's method. */
    public static final String INTERVAL = "mover";

    /**
     * Over subsets' estimates; null where fewer than two have a value. Without ends where one of
     * them has none.
     *
     * @param correlation of the values of two subsets, by their places in the list
     */
    static @Nullable SubsetMean of(List<Estimate> parts, DoubleMatrix correlation) {
      double sum = 0;
      int count = 0;
      boolean bounded = true;
      double[] below = new double[parts.size()];
      double[] above = new double[parts.size()];
      double[] distances = new double[parts.size()];
      boolean known = true;
      for (int i = 0; i < below.length; i++) {
        Estimate part = parts.get(i);
        if (part.value() == null) {
          continue;
        }
        sum += part.value();
        count++;
        known &= part.detectable() != null;
        distances[i] = part.detectable() == null ? 0 : part.detectable();
        if (part.lower() == null || part.upper() == null) {
          bounded = false;
        } else {
          below[i] = part.value() - part.lower();
          above[i] = part.upper() - part.value();
        }
      }
      if (count < 2) {
        return null;
      }
      double mean = sum / count;
      return new SubsetMean(
          mean,
          bounded ? Double.valueOf(mean - reach(below, correlation) / count) : null,
          bounded ? Double.valueOf(mean + reach(above, correlation) / count) : null,
          count,
          known ? Double.valueOf(reach(distances, correlation) / count) : null);
    }

    private static double reach(double[] distances, DoubleMatrix correlation) {
      double sum = 0;
      for (int i = 0; i < distances.length; i++) {
        sum += distances[i] * distances[i];
        for (int j = 0; j < i; j++) {
          sum += 2 * correlation.at(i, j) * distances[i] * distances[j];
        }
      }
      return Math.sqrt(Math.max(0, sum));
    }
  }

  /** Numbers by two places. */
  @FunctionalInterface
  interface DoubleMatrix {
    double at(int row, int column);
  }

  /**
   * A published value.
   *
   * @param agrees whether ours, rounded to the published decimals, is equal (half a unit of the
   *     last decimal is allowed)
   */
  public record Published(double value, int decimals, String source, boolean agrees) {}

  Estimate with(@Nullable SubsetMean mean) {
    return new Estimate(
        benchmark,
        subset,
        split,
        model,
        arm,
        slice,
        metric,
        share,
        extractor,
        scorer,
        headline,
        value,
        lower,
        upper,
        level,
        interval,
        n,
        clusters,
        detectable,
        undetectable,
        valueOfRead,
        bounds,
        counts,
        chance,
        mean,
        published);
  }

  /** Whether its samples lie in so few clusters that intervals tend to be too narrow. */
  public boolean hasFewClusters() {
    return clusters != null && clusters < n && FewClusters.are(clusters);
  }
}
