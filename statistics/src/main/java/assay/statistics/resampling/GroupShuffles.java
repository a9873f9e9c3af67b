package assay.statistics.resampling;

import assay.statistics.ClusterTotals;
import assay.statistics.Rounding;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.apache.commons.numbers.core.Sum;
import org.apache.commons.rng.UniformRandomProvider;
import org.apache.commons.statistics.distribution.HypergeometricDistribution;

/**
 * How often two groups that are dealt at random from the same units differ in their means by as
 * much as the two observed ones. Units are clusters, or observations that depend on no other; a
 * group keeps its number of units.
 *
 * <p>Exact where units weigh the same and have one of two means (right or wrong), and where there
 * are at most 200,000 ways to deal; drawn beyond. Neither the order of the units nor the number of
 * threads reaches the result.
 */
public final class GroupShuffles {

  private static final double MOST_COUNTED = 200_000;

  // Of a value, what the last bits of its sums can be off by.
  private static final double INPUT = 1e-15;

  private final double[] weights;
  private final double[] totals;
  private final int firstUnits;
  private final double needed;

  private GroupShuffles(double[] weights, double[] totals, int firstUnits) {
    this.weights = weights;
    this.firstUnits = firstUnits;
    double mean = Sum.of(totals).getAsDouble() / Sum.of(weights).getAsDouble();
    // What all have in common is no part of a difference, nor of what rounding can make of it.
    this.totals = new double[totals.length];
    Arrays.setAll(this.totals, i -> Sum.of(totals[i]).addProduct(-mean, weights[i]).getAsDouble());
    double least = Arrays.stream(weights).min().orElse(1);
    double observed = Math.abs(difference(IntStream.range(0, firstUnits).toArray()));
    double rounding =
        Math.max(Rounding.SHARE * Rounding.largest(this.totals), INPUT * Rounding.largest(totals));
    this.needed = observed - rounding / least;
  }

  /**
   * The share of ways to deal that are as extreme as the one observed; 1 where a group is empty.
   *
   * @param plan how often is drawn, where it is
   */
  public static RandomisationTail tail(
      ClusterTotals first, ClusterTotals second, BootstrapPlan plan) {
    int units = first.clusters();
    if (units == 0 || second.clusters() == 0) {
      return RandomisationTail.counted(1);
    }
    double[] weights = joined(first.sorted().weights(), second.sorted().weights());
    double[] totals = joined(first.sorted().totals(), second.sorted().totals());
    GroupShuffles shuffles = new GroupShuffles(weights, totals, units);
    if (shuffles.needed <= 0) {
      return RandomisationTail.counted(1);
    }
    if (shuffles.hasTwoValues()) {
      return RandomisationTail.counted(shuffles.ofTwoValues());
    }
    return ways(weights.length, units) <= MOST_COUNTED
        ? RandomisationTail.counted(shuffles.counted())
        : shuffles.drawn(plan);
  }

  private static double[] joined(double[] first, double[] second) {
    double[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  private static double ways(int all, int chosen) {
    double ways = 1;
    for (int i = 1; i <= Math.min(chosen, all - chosen) && ways <= MOST_COUNTED; i++) {
      ways *= (all - i + 1.0) / i;
    }
    return ways;
  }

  private boolean hasTwoValues() {
    double low = Arrays.stream(totals).min().orElseThrow();
    double high = Arrays.stream(totals).max().orElseThrow();
    return Arrays.stream(weights).allMatch(w -> w == weights[0])
        && Arrays.stream(totals).allMatch(t -> t == low || t == high);
  }

  private double ofTwoValues() {
    double low = Arrays.stream(totals).min().orElseThrow();
    double high = Arrays.stream(totals).max().orElseThrow();
    int all = totals.length;
    int highs = (int) Arrays.stream(totals).filter(t -> t == high).count();
    HypergeometricDistribution inFirst = HypergeometricDistribution.of(all, highs, firstUnits);
    double extreme = 0;
    for (int k = inFirst.getSupportLowerBound(); k <= inFirst.getSupportUpperBound(); k++) {
      double first = (k * high + (firstUnits - k) * low) / (firstUnits * weights[0]);
      int rest = all - firstUnits;
      double second = ((highs - k) * high + (rest - highs + k) * low) / (rest * weights[0]);
      extreme += Math.abs(first - second) >= needed ? inFirst.probability(k) : 0;
    }
    return extreme;
  }

  /** Mean of the chosen units less mean of the others. */
  private double difference(int[] chosen) {
    double weight = 0;
    double total = 0;
    for (int unit : chosen) {
      weight += weights[unit];
      total += totals[unit];
    }
    double restWeight = Arrays.stream(weights).sum() - weight;
    double restTotal = Arrays.stream(totals).sum() - total;
    return total / weight - restTotal / restWeight;
  }

  private double counted() {
    int[] chosen = IntStream.range(0, firstUnits).toArray();
    long all = 0;
    long extreme = 0;
    do {
      all++;
      extreme += Math.abs(difference(chosen)) >= needed ? 1 : 0;
    } while (advance(chosen, weights.length));
    return (double) extreme / all;
  }

  /** The next combination in lexical order; false after the last. */
  private static boolean advance(int[] chosen, int all) {
    int i = chosen.length - 1;
    while (i >= 0 && chosen[i] == all - chosen.length + i) {
      i--;
    }
    if (i < 0) {
      return false;
    }
    chosen[i]++;
    for (int k = i + 1; k < chosen.length; k++) {
      chosen[k] = chosen[k - 1] + 1;
    }
    return true;
  }

  private RandomisationTail drawn(BootstrapPlan plan) {
    UniformRandomProvider[] sources = plan.sources();
    double allWeight = Arrays.stream(weights).sum();
    double allTotal = Arrays.stream(totals).sum();
    long extreme =
        IntStream.range(0, sources.length)
            .parallel()
            .mapToLong(
                block -> {
                  int[] order = IntStream.range(0, weights.length).toArray();
                  long count = 0;
                  for (int b = plan.from(block); b < plan.to(block); b++) {
                    count += isExtreme(order, sources[block], allWeight, allTotal) ? 1 : 0;
                  }
                  return count;
                })
            .sum();
    return RandomisationTail.drawn(extreme, plan.resamples());
  }

  /** Deals by the first steps of a shuffle; any order of the units is as good a start. */
  private boolean isExtreme(
      int[] order, UniformRandomProvider source, double allWeight, double allTotal) {
    double weight = 0;
    double total = 0;
    for (int i = 0; i < firstUnits; i++) {
      int at = i + source.nextInt(order.length - i);
      int unit = order[at];
      order[at] = order[i];
      order[i] = unit;
      weight += weights[unit];
      total += totals[unit];
    }
    double difference = total / weight - (allTotal - total) / (allWeight - weight);
    return Math.abs(difference) >= needed;
  }
}
