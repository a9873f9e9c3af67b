package assay.statistics.variance;

import assay.statistics.Arguments;
import assay.statistics.Rounding;
import java.util.Arrays;
import java.util.Optional;

/**
 * The variance of a score split between items and epochs (repeated answers to the same item), by
 * one-way analysis of variance with random items:
 *
 * <pre>
 * σ²_epoch = MS within,  σ²_item = max(0, (MS between − MS within)/n₀)
 * n₀ = (N − Σ nᵢ²/N)/(I − 1)
 * SE²(items, epochs) = σ²_item/items + σ²_epoch/(items·epochs)
 * </pre>
 *
 * <p>Sums of squares that {@link Rounding} calls nothing are 0.
 *
 * <p>Source: S. R. Searle, G. Casella, C. E. McCulloch, Variance Components, 1992, §3.6.
 *
 * @param mean mean over items of their means
 * @param item σ²_item, not negative
 * @param epoch σ²_epoch, not negative
 * @param items number of items
 */
public record EpochVariance(double mean, double item, double epoch, int items) {

  /**
   * Of scores.
   *
   * @param scores {@code scores[i]}: the scores of item i, one an epoch; items may have different
   *     numbers, those without any are left out
   * @return empty for fewer than two items, or where none was asked twice
   * @throws IllegalArgumentException with the place of the first score that is NaN or infinite
   */
  public static Optional<EpochVariance> of(double[][] scores) {
    int items = 0;
    double all = 0;
    double squaredSizes = 0;
    double total = 0;
    double meanOfMeans = 0;
    for (int i = 0; i < scores.length; i++) {
      Arguments.checkFinite("scores[" + i + "]", scores[i]);
      if (scores[i].length > 0) {
        items++;
        all += scores[i].length;
        squaredSizes += (double) scores[i].length * scores[i].length;
        total += sum(scores[i]);
        meanOfMeans += sum(scores[i]) / scores[i].length;
      }
    }
    if (items < 2 || all == items) {
      return Optional.empty();
    }
    double grand = total / all;
    double between = 0;
    double within = 0;
    for (double[] own : scores) {
      if (own.length > 0) {
        double mean = sum(own) / own.length;
        between += own.length * (mean - grand) * (mean - grand);
        for (double score : own) {
          within += (score - mean) * (score - mean);
        }
      }
    }
    double largest = Arrays.stream(scores).mapToDouble(Rounding::largest).max().orElse(0);
    double epoch = Rounding.squares(within, all, largest) / (all - items);
    double size = (all - squaredSizes / all) / (items - 1.0);
    double ofItems = Rounding.squares(between, all, largest) / (items - 1.0);
    double item = Rounding.areEqual(ofItems, epoch) ? 0 : Math.max(0, (ofItems - epoch) / size);
    return Optional.of(new EpochVariance(meanOfMeans / items, item, epoch, items));
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  /**
   * The standard error of the mean with so many items, each asked so often.
   *
   * @throws IllegalArgumentException unless both are positive
   */
  public double standardError(double ofItems, double epochs) {
    Arguments.checkPositive("ofItems", ofItems);
    return Math.sqrt((item + epoch / Arguments.checkPositive("epochs", epochs)) / ofItems);
  }

  /** The share of the variance of a single answer that lies between items; NaN for 0/0. */
  public double itemShare() {
    return item / (item + epoch);
  }

  /**
   * What asking each item k times instead of once does to the variance of the mean: the share that
   * is left, {@code (σ²_item + σ²_epoch/k)/(σ²_item + σ²_epoch)}; NaN for 0/0.
   *
   * @throws IllegalArgumentException unless k is positive
   */
  public double leftWith(double k) {
    return (item + epoch / Arguments.checkPositive("k", k)) / (item + epoch);
  }

  /**
   * How many epochs are worth it: for a fixed budget, where one more item costs as much as {@code
   * itemCost} answers beyond its first (writing and checking it), the variance is least for {@code
   * √(σ²_epoch/σ²_item·itemCost)} epochs, at least 1. Items that cost nothing: always 1.
   *
   * @param itemCost not negative
   * @return the number, not rounded; infinite where items do not differ and cost something
   * @throws IllegalArgumentException if the cost is negative or infinite
   */
  public double epochsWorthIt(double itemCost) {
    if (!(itemCost >= 0 && itemCost < Double.POSITIVE_INFINITY)) {
      throw new IllegalArgumentException("itemCost " + itemCost + " is outside [0, Infinity)");
    }
    double product = epoch * itemCost;
    return product == 0 ? 1 : Math.max(1, Math.sqrt(product / item));
  }
}
