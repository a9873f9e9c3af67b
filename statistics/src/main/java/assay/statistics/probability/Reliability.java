package assay.statistics.probability;

import assay.statistics.Arguments;
import assay.statistics.Interval;
import assay.statistics.interval.WilsonInterval;
import java.util.ArrayList;
import java.util.List;

/**
 * The reliability diagram: items in bins of similar probability, with what was stated and what
 * happened in each.
 *
 * @param bins by rising probability; bins without items are left out
 */
public record Reliability(List<Bin> bins) {

  /**
   * Items of similar probability.
   *
   * @param n number of items, at least 1
   * @param meanProbability mean of what was stated
   * @param share of items for which it happened
   */
  public record Bin(int n, double meanProbability, double share) {

    /** Wilson's interval of the share. */
    public Interval interval(double level) {
      return new WilsonInterval().interval(Math.round(share * n), n, level);
    }
  }

  /** Copies the list. */
  public Reliability {
    bins = List.copyOf(bins);
  }

  /**
   * Bins of equal width: (0, 1/B], (1/B, 2/B], …; 0 belongs to the first.
   *
   * @param bins B, 1 to 1,000,000
   * @throws IllegalArgumentException if B is outside its range
   */
  public static Reliability equalWidth(Forecasts forecasts, int bins) {
    Arguments.checkBetween("bins", bins, 1, 1_000_000);
    List<Bin> list = new ArrayList<>();
    int from = 0;
    for (int k = 1; k <= forecasts.n(); k++) {
      if (k == forecasts.n()
          || widthBin(forecasts.probability(k), bins)
              != widthBin(forecasts.probability(from), bins)) {
        list.add(bin(forecasts, from, k));
        from = k;
      }
    }
    return new Reliability(list);
  }

  private static int widthBin(double probability, int bins) {
    int bin = Math.max(1, (int) Math.ceil(probability * bins));
    // The product is rounded: 0.07·100 is above 7, and 0.07 belongs to the bin that ends there.
    return bin > 1 && probability <= (bin - 1.0) / bins ? bin - 1 : bin;
  }

  /**
   * Bins of as equal numbers of items as can be, items of equal probability always in one bin: a
   * bin ends at the first change of probability at or after each B-th part of the items.
   *
   * @param bins B, 1 to 1,000,000
   * @throws IllegalArgumentException if B is outside its range
   */
  public static Reliability equalMass(Forecasts forecasts, int bins) {
    Arguments.checkBetween("bins", bins, 1, 1_000_000);
    List<Bin> list = new ArrayList<>();
    int from = 0;
    int part = 1;
    for (int k = 1; k <= forecasts.n(); k++) {
      boolean changes =
          k == forecasts.n() || forecasts.probability(k) != forecasts.probability(k - 1);
      if (changes && (k == forecasts.n() || (long) k * bins >= (long) part * forecasts.n())) {
        list.add(bin(forecasts, from, k));
        from = k;
        part = (int) Math.min(bins, (long) k * bins / forecasts.n() + 1);
      }
    }
    return new Reliability(list);
  }

  private static Bin bin(Forecasts forecasts, int from, int to) {
    double probabilities = 0;
    double happened = 0;
    for (int k = from; k < to; k++) {
      probabilities += forecasts.probability(k);
      happened += forecasts.happened(k) ? 1 : 0;
    }
    int n = to - from;
    return new Bin(n, probabilities / n, happened / n);
  }
}
