package assay.statistics.calibration;

import assay.statistics.Observations;
import assay.statistics.diagnostic.Cases;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.rng.sampling.distribution.ChengBetaSampler;
import org.apache.commons.rng.sampling.distribution.ZigguratSampler;

/** Data whose truth is known. */
final class Draws {

  private Draws() {}

  static double[] normal(UniformRandomProvider source, int n, double mean, double deviation) {
    var sampler = ZigguratSampler.NormalizedGaussian.of(source);
    double[] values = new double[n];
    Arrays.setAll(values, i -> mean + deviation * sampler.sample());
    return values;
  }

  /** Exponential with mean 1: skewed scores. */
  static double[] exponential(UniformRandomProvider source, int n) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> -Math.log1p(-source.nextDouble()));
    return values;
  }

  /** A score with few values, 0 to 1 in quarters. */
  static double[] graded(UniformRandomProvider source, int n) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> Math.floor(5 * source.nextDouble()) / 4);
    return values;
  }

  /** Right (1) or wrong (0) with this probability. */
  static double[] binary(UniformRandomProvider source, int n, double p) {
    double[] values = new double[n];
    Arrays.setAll(values, i -> source.nextDouble() < p ? 1 : 0);
    return values;
  }

  /** Differences of right and wrong: 1, −1 and 0 with these probabilities. */
  static double[] differences(UniformRandomProvider source, int n, double first, double second) {
    double[] values = new double[n];
    for (int i = 0; i < n; i++) {
      double u = source.nextDouble();
      values[i] = u < first ? 1 : u < first + second ? -1 : 0;
    }
    return values;
  }

  /**
   * Differences of two systems that are right with the same probability, each with clusters of its
   * own luck: beta-distributed with this intra-cluster correlation; of 10, or of 1, 5, 10 and 24 in
   * turn.
   */
  static Observations clusteredDifferences(
      UniformRandomProvider source, int clusters, boolean even, double p, double correlation) {
    double s = (1 - correlation) / correlation;
    int[] sizes = even ? new int[] {10} : new int[] {1, 5, 10, 24};
    double[] d = new double[24 * clusters];
    int[] codes = new int[d.length];
    int n = 0;
    for (int g = 0; g < clusters; g++) {
      double first =
          correlation == 0 ? p : ChengBetaSampler.of(source, p * s, (1 - p) * s).sample();
      double second =
          correlation == 0 ? p : ChengBetaSampler.of(source, p * s, (1 - p) * s).sample();
      for (int k = sizes[g % sizes.length]; k > 0; k--) {
        int a = source.nextDouble() < first ? 1 : 0;
        int b = source.nextDouble() < second ? 1 : 0;
        codes[n] = g;
        d[n++] = a - b;
      }
    }
    return Observations.of(Arrays.copyOf(d, n)).inClusters(Arrays.copyOf(codes, n));
  }

  /**
   * Scores in clusters, of 10 or of 1, 5, 10 and 24 in turn: about 40 % of a score is its
   * cluster's. Graded ones are 0 to 1 in quarters with a mean of ½, skewed ones sums of
   * exponentials with a mean of 1.
   */
  static Observations clusteredScores(
      UniformRandomProvider source, int clusters, boolean even, boolean skewed) {
    int[] sizes = even ? new int[] {10} : new int[] {1, 5, 10, 24};
    double[] values = new double[24 * clusters];
    int[] codes = new int[values.length];
    int n = 0;
    for (int g = 0; g < clusters; g++) {
      double own = skewed ? -Math.log1p(-source.nextDouble()) : source.nextDouble();
      for (int k = sizes[g % sizes.length]; k > 0; k--) {
        codes[n] = g;
        values[n++] =
            skewed ? 0.4 * own - 0.6 * Math.log1p(-source.nextDouble()) : quarters(source, own);
      }
    }
    return Observations.of(Arrays.copyOf(values, n)).inClusters(Arrays.copyOf(codes, n));
  }

  private static double quarters(UniformRandomProvider source, double p) {
    int sum = 0;
    for (int i = 0; i < 4; i++) {
      sum += source.nextDouble() < 0.3 + 0.4 * p ? 1 : 0;
    }
    return sum / 4.0;
  }

  /** Cases of which every third is positive and its score shifted. */
  static Cases cases(UniformRandomProvider source, int n, double shift) {
    double[] scores = normal(source, n, 0, 1);
    boolean[] positive = new boolean[n];
    for (int i = 0; i < n; i++) {
      positive[i] = i % 3 == 0;
      scores[i] += positive[i] ? shift : 0;
    }
    return Cases.of(scores, positive);
  }

  /** Pairs of standard normals with this correlation. */
  static double[][] pairs(UniformRandomProvider source, int n, double correlation) {
    double[] x = normal(source, n, 0, 1);
    double[] y = normal(source, n, 0, 1);
    for (int i = 0; i < n; i++) {
      y[i] = correlation * x[i] + Math.sqrt(1 - correlation * correlation) * y[i];
    }
    return new double[][] {x, y};
  }

  /** Readings of items by readers, with components of variance 1, {@code readers} and 1. */
  static double[][] readings(UniformRandomProvider source, int items, int k, double readers) {
    double[] own = normal(source, items, 0, 1);
    double[] shift = normal(source, k, 0, Math.sqrt(readers));
    double[][] readings = new double[items][];
    for (int i = 0; i < items; i++) {
      readings[i] = normal(source, k, own[i], 1);
      for (int j = 0; j < k; j++) {
        readings[i][j] += shift[j];
      }
    }
    return readings;
  }

  /** A fourfold table of two readers with the same prevalence and this κ. */
  static long[][] table(UniformRandomProvider source, int n, double prevalence, double kappa) {
    double v = prevalence * (1 - prevalence);
    double both = prevalence * prevalence + v * kappa;
    double apart = 2 * v * (1 - kappa);
    long[][] table = new long[2][2];
    for (int i = 0; i < n; i++) {
      double u = source.nextDouble();
      if (u < both) {
        table[1][1]++;
      } else if (u < both + apart) {
        table[u < both + apart / 2 ? 0 : 1][u < both + apart / 2 ? 1 : 0]++;
      } else {
        table[0][0]++;
      }
    }
    return table;
  }
}
