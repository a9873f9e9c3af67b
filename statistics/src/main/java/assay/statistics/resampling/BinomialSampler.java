package assay.statistics.resampling;

import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.BinomialDistribution;

/**
 * Draws binomial numbers by inverting a table of the distribution function, so each takes one
 * random number and a short search. The table leaves out what is rarer than about 1e-30. Immutable;
 * threads share it.
 */
final class BinomialSampler {

  private static final double DEVIATIONS = 12;
  private static final int MARGIN = 60;

  private final int trials;
  private final int first;
  private final double[] cumulative;

  /** Of {@code trials} trials with success probability {@code successes / trials}. */
  BinomialSampler(int trials, int successes) {
    this.trials = trials;
    double p = (double) successes / trials;
    double reach = DEVIATIONS * Math.sqrt(trials * p * (1 - p)) + MARGIN;
    this.first = (int) Math.max(0, Math.floor(successes - reach));
    int last = (int) Math.min(trials, Math.ceil(successes + reach));
    BinomialDistribution distribution = BinomialDistribution.of(trials, p);
    this.cumulative = new double[last - first + 1];
    double sum = 0;
    for (int k = first; k <= last; k++) {
      sum += distribution.probability(k);
      cumulative[k - first] = sum;
    }
  }

  int trials() {
    return trials;
  }

  int sample(UniformRandomProvider source) {
    double u = source.nextDouble() * cumulative[cumulative.length - 1];
    int low = 0;
    int high = cumulative.length - 1;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (cumulative[middle] > u) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return first + low;
  }
}
