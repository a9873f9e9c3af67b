package assay.statistics.resampling;

import java.util.Arrays;
import java.util.Comparator;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * How often |Σ ±dᵢ| with random signs is at least |Σ dᵢ|: what a paired comparison rests on if,
 * under the hypothesis, each of the two could have been the other in every unit.
 *
 * <p>Exact where the dᵢ are whole numbers of moderate size (differences of right and wrong answers,
 * in clusters too), whatever their number, and else up to 32 units that are not 0; drawn beyond.
 * Units that are 0 say nothing and are left out. Neither the order of the units nor the number of
 * threads reaches the result.
 *
 * <p>Source: exact counts in polynomial time: M. Pagano, D. Tritchler, On obtaining permutation
 * distributions in polynomial time, JASA 78 (1983) 435–440, doi:10.1080/01621459.1983.10477990.
 */
public final class SignFlips {

  private static final int MOST_HALVED = 32;
  private static final double MOST_WORK = 5e7;

  // Sums of the same numbers in another order differ by rounding.
  private static final double ROUNDING = 1e-12;

  private SignFlips() {}

  /**
   * The share of sign patterns as extreme as the one observed; 1 where all units are 0.
   *
   * @param units finite
   * @param plan how often is drawn, where it is
   */
  public static RandomisationTail tail(double[] units, BootstrapPlan plan) {
    double[] moved = inOrderOfSize(units);
    double total = Arrays.stream(moved).map(Math::abs).sum();
    double observed = Math.abs(Arrays.stream(moved).sum());
    double needed = observed - ROUNDING * total;
    if (needed <= 0) {
      return RandomisationTail.counted(1);
    }
    if (Arrays.stream(moved).allMatch(d -> d == Math.rint(d)) && moved.length * total < MOST_WORK) {
      return RandomisationTail.counted(ofWholeNumbers(moved, (int) observed, (int) total));
    }
    return moved.length <= MOST_HALVED
        ? RandomisationTail.counted(byHalves(moved, needed))
        : drawn(moved, needed, plan);
  }

  private static double[] inOrderOfSize(double[] units) {
    return Arrays.stream(units)
        .filter(d -> d != 0)
        .boxed()
        .sorted(Comparator.<Double>comparingDouble(Math::abs).thenComparing(d -> d))
        .mapToDouble(d -> d)
        .toArray();
  }

  /** Σ ±d = 2·(sum of those with a plus) − total. */
  private static double ofWholeNumbers(double[] moved, int observed, int total) {
    int[] sizes = Arrays.stream(moved).mapToInt(d -> (int) Math.abs(d)).toArray();
    double[] probability = SubsetSums.ofAnySize(sizes);
    return 2 * SubsetSums.atMost(probability, (total - observed) / 2);
  }

  private static double byHalves(double[] moved, double needed) {
    int middle = moved.length / 2;
    double[] left = signedSums(moved, 0, middle);
    double[] right = signedSums(moved, middle, moved.length);
    Arrays.sort(left);
    Arrays.sort(right);
    // As the left sum grows, the least right sum that reaches far enough shrinks.
    long extreme = 0;
    int first = right.length;
    for (double sum : left) {
      while (first > 0 && sum + right[first - 1] >= needed) {
        first--;
      }
      extreme += right.length - first;
    }
    return 2.0 * extreme / ((double) left.length * right.length);
  }

  private static double[] signedSums(double[] moved, int from, int to) {
    double[] sums = {0};
    for (int i = from; i < to; i++) {
      double[] next = new double[2 * sums.length];
      for (int s = 0; s < sums.length; s++) {
        next[2 * s] = sums[s] + moved[i];
        next[2 * s + 1] = sums[s] - moved[i];
      }
      sums = next;
    }
    return sums;
  }

  private static RandomisationTail drawn(double[] moved, double needed, BootstrapPlan plan) {
    double total = Arrays.stream(moved).sum();
    UniformRandomProvider[] sources = plan.sources();
    long extreme =
        IntStream.range(0, sources.length)
            .parallel()
            .mapToLong(
                block -> {
                  long count = 0;
                  for (int b = plan.from(block); b < plan.to(block); b++) {
                    double kept = keptSum(moved, sources[block]);
                    count += Math.abs(2 * kept - total) >= needed ? 1 : 0;
                  }
                  return count;
                })
            .sum();
    return RandomisationTail.drawn(extreme, plan.resamples());
  }

  /** The sum of a random subset. */
  private static double keptSum(double[] moved, UniformRandomProvider source) {
    double sum = 0;
    for (int i = 0; i < moved.length; ) {
      long bits = source.nextLong();
      int end = Math.min(moved.length, i + Long.SIZE);
      for (; i < end; i++) {
        sum += (bits & 1) * moved[i];
        bits >>>= 1;
      }
    }
    return sum;
  }

  /**
   * For several hypotheses on the same units: in each of the drawn sign patterns, common to all,
   * {@code |Σ ±d| / √Σ d²} of each.
   *
   * @param units {@code units[h][i]} for hypothesis h and unit i; 0 where the unit is not in h
   * @param visitor called with the values of one pattern at a time, one call after another
   */
  public static void each(double[][] units, BootstrapPlan plan, Consumer<double[]> visitor) {
    double[] scales = Arrays.stream(units).mapToDouble(SignFlips::scale).toArray();
    UniformRandomProvider[] sources = plan.sources();
    for (int block = 0; block < sources.length; block++) {
      for (int b = plan.from(block); b < plan.to(block); b++) {
        visitor.accept(statistics(units, scales, sources[block]));
      }
    }
  }

  /** {@code |Σ d| / √Σ d²} of each hypothesis, as observed; 0 where all units are 0. */
  public static double[] observed(double[][] units) {
    return Arrays.stream(units)
        .mapToDouble(d -> Math.abs(Arrays.stream(d).sum()) * scale(d))
        .toArray();
  }

  private static double scale(double[] units) {
    double squares = Arrays.stream(units).map(d -> d * d).sum();
    return squares > 0 ? 1 / Math.sqrt(squares) : 0;
  }

  private static double[] statistics(
      double[][] units, double[] scales, UniformRandomProvider source) {
    int n = units.length == 0 ? 0 : units[0].length;
    double[] sums = new double[units.length];
    long bits = 0;
    for (int i = 0; i < n; i++) {
      bits = i % Long.SIZE == 0 ? source.nextLong() : bits >>> 1;
      boolean kept = (bits & 1) == 1;
      for (int h = 0; h < sums.length; h++) {
        sums[h] += kept ? units[h][i] : -units[h][i];
      }
    }
    for (int h = 0; h < sums.length; h++) {
      sums[h] = Math.abs(sums[h]) * scales[h];
    }
    return sums;
  }
}
