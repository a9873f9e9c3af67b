package assay.statistics.agreement;

import assay.statistics.Arguments;
import assay.statistics.Estimate;
import assay.statistics.Interval;
import assay.statistics.Range;
import assay.statistics.distribution.Quantiles;
import java.util.ArrayList;
import java.util.List;

/**
 * How many readers put each item into each class, readers unnamed; items with fewer than two
 * readings are left out. What Fleiss' κ and Gwet's AC1 share: the agreement of an item is the share
 * of pairs of its readings that are equal, and an interval is t with n − 1 degrees of freedom on
 * the linearised values of the items.
 */
final class ClassCounts {

  private final List<double[]> shares;
  private final double[] agreement;
  private final double[] meanShares;

  private ClassCounts(List<double[]> shares, double[] agreement, double[] meanShares) {
    this.shares = shares;
    this.agreement = agreement;
    this.meanShares = meanShares;
  }

  static ClassCounts of(long[][] counts) {
    List<double[]> shares = new ArrayList<>();
    List<Double> agreement = new ArrayList<>();
    int classes = counts.length == 0 ? 0 : counts[0].length;
    double[] means = new double[classes];
    for (int i = 0; i < counts.length; i++) {
      Arguments.checkSameLength("counts[0]", classes, "counts[" + i + "]", counts[i].length);
      double readings = 0;
      double pairs = 0;
      for (int c = 0; c < classes; c++) {
        double count = Arguments.checkCount("counts[" + i + "][" + c + "]", counts[i][c]);
        readings += count;
        pairs += count * (count - 1);
      }
      if (readings >= 2) {
        double[] share = new double[classes];
        for (int c = 0; c < classes; c++) {
          share[c] = counts[i][c] / readings;
          means[c] += share[c];
        }
        shares.add(share);
        agreement.add(pairs / (readings * (readings - 1)));
      }
    }
    for (int c = 0; c < classes; c++) {
      means[c] /= shares.size();
    }
    return new ClassCounts(
        shares, agreement.stream().mapToDouble(Double::doubleValue).toArray(), means);
  }

  int items() {
    return shares.size();
  }

  int classes() {
    return meanShares.length;
  }

  double meanShare(int c) {
    return meanShares[c];
  }

  double share(int item, int c) {
    return shares.get(item)[c];
  }

  boolean isOneClass() {
    for (double share : meanShares) {
      if (share == 1) {
        return true;
      }
    }
    return false;
  }

  /** What agreement chance gives for the class shares of one item against all. */
  @FunctionalInterface
  interface Chance {
    double of(int item);
  }

  /**
   * {@code (pₐ − pₑ)/(1 − pₑ)} with {@code pₑ} the mean of the chance of the items, which is linear
   * in their shares.
   */
  Estimate beyond(Chance chance, double level, String method) {
    int n = items();
    double observed = 0;
    double expected = 0;
    for (int i = 0; i < n; i++) {
      observed += agreement[i] / n;
      expected += chance.of(i) / n;
    }
    double value = Math.min(1, (observed - expected) / (1 - expected));
    Range range = new Range(-1, 1);
    double squares = 0;
    for (int i = 0; i < n; i++) {
      double own = (agreement[i] - expected) / (1 - expected);
      double linear = own - 2 * (1 - value) * (chance.of(i) - expected) / (1 - expected);
      squares += (linear - value) * (linear - value);
    }
    if (n < 2) {
      return new Estimate.Known(value, range.whole(level, method));
    }
    if (squares <= 1e-24 * n) {
      return new Estimate.Known(value, withoutSpread(value, expected, level, method));
    }
    double half = Quantiles.studentTwoSided(level, n - 1.0) * Math.sqrt(squares / n / (n - 1.0));
    return new Estimate.Known(value, range.interval(value - half, value + half, level, method));
  }

  /**
   * All items alike: a share {@code 1 − (α/2)^(1/n)} of other items may have gone unseen, with any
   * agreement from 0 to 1.
   */
  private Interval withoutSpread(double value, double expected, double level, String method) {
    double unseen = -Math.expm1(Math.log((1 - level) / 2) / items());
    double observed = value * (1 - expected) + expected;
    double lower = (observed * (1 - unseen) - expected) / (1 - expected);
    double upper = (observed + unseen * (1 - observed) - expected) / (1 - expected);
    return new Range(-1, 1).interval(lower, Math.max(value, upper), level, method);
  }
}
