package assay.statistics.resampling;

import assay.statistics.ClusterTotals;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** The mean of one resample of clusters. Immutable but for what it draws from; threads share it. */
sealed interface ResampledMean {

  double draw(UniformRandomProvider source);

  /** The fastest way for these clusters, which must be sorted. */
  static ResampledMean of(ClusterTotals sorted) {
    double[] weights = sorted.weights();
    double[] totals = sorted.totals();
    if (!sorted.isEvenlyWeighted()) {
      return new OfUnevenClusters(weights, totals);
    }
    double[] means = new double[totals.length];
    Arrays.setAll(means, g -> totals[g] / weights[g]);
    double low = means[0];
    double high = means[means.length - 1];
    int highs = 0;
    for (double mean : means) {
      if (mean == high) {
        highs++;
      } else if (mean != low) {
        return new OfEvenClusters(means);
      }
    }
    return new OfTwoValues(low, high, new BinomialSampler(means.length, highs));
  }

  /** Clusters of equal weight with one of two means. */
  record OfTwoValues(double low, double high, BinomialSampler highs) implements ResampledMean {
    @Override
    public double draw(UniformRandomProvider source) {
      int k = highs.sample(source);
      int n = highs.trials();
      return k == n ? high : ((double) (n - k) * low + (double) k * high) / n;
    }
  }

  /** Clusters of equal weight. */
  final class OfEvenClusters implements ResampledMean {

    private final double[] means;

    private OfEvenClusters(double[] means) {
      this.means = means;
    }

    @Override
    public double draw(UniformRandomProvider source) {
      int n = means.length;
      long unfair = Halves.unfair(n);
      double even = 0;
      double odd = 0;
      int drawn = 0;
      while (drawn < n) {
        long bits = source.nextLong();
        long high = Halves.high(bits) * n;
        long low = Halves.low(bits) * n;
        if (Halves.low(high) >= unfair) {
          even += means[(int) Halves.high(high)];
          drawn++;
        }
        if (drawn < n && Halves.low(low) >= unfair) {
          odd += means[(int) Halves.high(low)];
          drawn++;
        }
      }
      return (even + odd) / n;
    }
  }

  /** Clusters of any weight: the ratio of two sums. */
  final class OfUnevenClusters implements ResampledMean {

    private final double[] weights;
    private final double[] totals;

    private OfUnevenClusters(double[] weights, double[] totals) {
      this.weights = weights;
      this.totals = totals;
    }

    @Override
    public double draw(UniformRandomProvider source) {
      int n = totals.length;
      long unfair = Halves.unfair(n);
      double weight = 0;
      double total = 0;
      int drawn = 0;
      while (drawn < n) {
        long bits = source.nextLong();
        long high = Halves.high(bits) * n;
        long low = Halves.low(bits) * n;
        if (Halves.low(high) >= unfair) {
          int g = (int) Halves.high(high);
          weight += weights[g];
          total += totals[g];
          drawn++;
        }
        if (drawn < n && Halves.low(low) >= unfair) {
          int g = (int) Halves.high(low);
          weight += weights[g];
          total += totals[g];
          drawn++;
        }
      }
      return total / weight;
    }
  }

  /**
   * Two indices below n from one 64-bit number: each 32-bit half times n, of which the upper 32
   * bits are the index. Products whose lower 32 bits are less than {@code 2³² mod n} are dropped,
   * so that every index is equally likely (D. Lemire, Fast random integer generation in an
   * interval, ACM TOMACS 29 (2019) 3, doi:10.1145/3230636).
   */
  final class Halves {

    private static final long LOW = 0xffff_ffffL;

    private Halves() {}

    static long unfair(int n) {
      return (1L << Integer.SIZE) % n;
    }

    static long high(long bits) {
      return bits >>> Integer.SIZE;
    }

    static long low(long bits) {
      return bits & LOW;
    }
  }
}
